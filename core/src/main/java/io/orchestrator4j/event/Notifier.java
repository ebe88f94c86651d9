package io.orchestrator4j.event;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.OwnConnection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes what this one committed. Never in the transaction that did it: PostgreSQL lets only one
 * notifying transaction commit at a time. The first event goes at once, later ones together, at most every 20 ms. What
 * cannot be sent is dropped: a notification is a hint, and who lives by it also looks by itself from time to time.
 */
public final class Notifier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int MOST_WAITING = 1000;

  private final Database database;
  private final UUID sender;
  private final OwnConnection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Set<Event> waiting = new LinkedHashSet<>();
  private boolean closed;
  private final Thread thread =
      Thread.ofPlatform().name("orchestrator-notifier").daemon().unstarted(this::run);

  private Notifier(Database database, UUID sender) {
    this.database = database;
    this.sender = sender;
    // losing a hint in a crash costs nothing that polling does not find
    this.connection = database.ownConnection(Duration.ofSeconds(5), "set synchronous_commit = off");
  }

  /** A notifier that forwards what is published from now on. */
  public static Notifier start(Database database, Events events, UUID sender) {
    Notifier notifier = new Notifier(database, sender);
    events.forward(notifier::add);
    notifier.thread.start();
    return notifier;
  }

  private void add(Event event) {
    lock.lock();
    try {
      if (waiting.size() < MOST_WAITING) {
        waiting.add(event);
      } else {
        waiting.add(new Event.ManyChanged());
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      Set<Event> batch = next();
      while (!batch.isEmpty()) {
        send(Message.of(sender, batch));
        rest();
        batch = next();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
    }
  }

  /** What waits, once something does; nothing only when the notifier is closed. */
  private Set<Event> next() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      Set<Event> batch = waiting;
      waiting = new LinkedHashSet<>();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void rest() throws InterruptedException {
    lock.lock();
    try {
      long left = PAUSE_NANOS;
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void send(Message message) {
    try {
      connection.with(open -> {
        try (PreparedStatement statement = open.prepareStatement("select pg_notify(?, ?)")) {
          statement.setString(1, database.channel());
          statement.setString(2, message.toText());
          return statement.execute();
        }
      });
    } catch (DatabaseUnavailable e) {
      LOG.debug("Other nodes could not be told what happened here", e);
    }
  }

  /** Sends what waits, and ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
