package io.orchestrator4j.event;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.OwnConnection;
import io.orchestrator4j.store.StatementRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other nodes did. After each time that it could not listen it says that everything may have changed.
 */
public final class Listener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(250);

  private final Events events;
  private final UUID self;
  private final OwnConnection connection;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("orchestrator-listener").daemon().unstarted(this::run);

  private Listener(Database database, Events events, UUID self, String... session) {
    this.events = events;
    this.self = self;
    String[] settings = java.util.Arrays.copyOf(session, session.length + 1);
    settings[session.length] = "listen " + database.channel();
    this.connection = database.ownConnection(Duration.ofSeconds(10), settings);
  }

  /**
   * A listener on a connection of its own.
   *
   * @param self the sender whose events are left out, since they were heard here already
   * @param session statements to execute on each connection, for what shall hold as long as this node listens
   */
  public static Listener start(Database database, Events events, UUID self, String... session) {
    Listener listener = new Listener(database, events, self, session);
    listener.thread.start();
    return listener;
  }

  private void run() {
    boolean listening = false;
    try {
      while (closed.getCount() > 0) {
        try {
          if (!listening) {
            connection.with(open -> open.isValid(5));
            listening = true;
            events.deliver(new Event.ManyChanged());
            events.deliver(new Event.EngineChanged());
            events.deliver(new Event.WorkQueued());
          }
          connection.with(this::hear);
        } catch (DatabaseUnavailable | StatementRefused e) {
          LOG.debug("This node does not hear the others at the moment", e);
          listening = false;
          connection.close();
          boolean _ = closed.await(REST.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
    }
  }

  private int hear(Connection open) throws SQLException {
    PGNotification[] heard =
        open.unwrap(PGConnection.class).getNotifications(Math.toIntExact(LOOK.toMillis()));
    if (heard == null || heard.length == 0) {
      // a connection that is only listened to never notices that it is dead
      try (Statement statement = open.createStatement()) {
        statement.execute("select 1");
      }
      return 0;
    }
    for (PGNotification notification : heard) {
      Message message = Message.parse(notification.getParameter());
      if (!message.sender().equals(self)) {
        message.events().forEach(events::deliver);
      }
    }
    return heard.length;
  }

  /** Whether this node has a connection on which it listens. */
  public boolean isListening() {
    return connection.isOpen();
  }

  @Override
  public void close() {
    closed.countDown();
    connection.close();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
