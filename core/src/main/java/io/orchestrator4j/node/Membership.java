package io.orchestrator4j.node;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This program among the others on its database. It joins as a node and, should the others have taken that one for
 * dead by mistake, as another one. Thread-safe.
 */
public final class Membership implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  private final NodeTable table;
  private final NodeOptions options;
  private final Clock clock;
  private final Events events;
  private final UUID program = UUID.randomUUID();
  private final List<UUID> nodes = new ArrayList<>();
  private final @Nullable NodeFile file;
  private final Heartbeat heartbeat;
  private final Observer observer;
  private volatile Incarnation incarnation;

  /** Joins, and takes those for dead whose death is proven. */
  public Membership(
      Database database,
      Events events,
      NodeOptions options,
      Clock clock,
      Consequences consequences) {
    this.table = new NodeTable(database);
    this.options = options;
    this.clock = clock;
    this.events = events;
    this.file = options.folder() == null ? null : NodeFile.open(options.folder(), options.name());
    this.incarnation = joined();
    buryPredecessors();
    this.heartbeat = new Heartbeat(database, table, options.lease(), this, consequences);
    this.observer = new Observer(table, options.lease(), this, events, consequences);
    events.subscribe(event -> {
      if (event instanceof Event.EngineChanged) {
        heartbeat.beatNow();
      }
    });
  }

  /** Begins to beat and to observe. */
  public void start() {
    heartbeat.start();
    observer.start();
    events.publish(new Event.EngineChanged());
  }

  /** The node that this program is at the moment. */
  public Incarnation incarnation() {
    return incarnation;
  }

  /** Who this program is for others of the same database, whatever becomes of its nodes. */
  public UUID program() {
    return program;
  }

  /** The statement by which a session shows as long as it lasts that this program lives. */
  public String sessionLock() {
    return "select pg_try_advisory_lock(" + lockKey() + ")";
  }

  /** All nodes that are remembered, those at work first. */
  public List<NodeInfo> all() {
    return table.all();
  }

  /**
   * Tells nodes to drain: to end what they are at and begin nothing; or to go on.
   *
   * @param nameOrId of nodes that have not ended
   * @param entry who tells them
   * @return how many were told
   */
  public int drain(String nameOrId, boolean draining, AuditEntry entry) {
    int told = table.drain(nameOrId, draining, entry);
    events.publish(new Event.EngineChanged());
    return told;
  }

  /** The others took this node for dead: what it ran is theirs now, and it goes on as a new node. */
  void rejoin() {
    LOG.warn(
        "This node was silent for longer than its lease of {} and was taken for dead; what it ran goes on elsewhere, and it joins again",
        options.lease());
    incarnation.lease().lose();
    Incarnation successor = joined();
    synchronized (this) {
      incarnation = successor;
      notifyAll();
    }
    if (file != null) {
      file.write(nodes);
    }
  }

  /** Waits until this program goes on as another node than this one, which was lost. */
  synchronized void awaitSuccessor(Incarnation lost) throws InterruptedException {
    while (incarnation.nodeId().equals(lost.nodeId())) {
      wait();
    }
  }

  private Incarnation joined() {
    Node node = new Node(
        UUID.randomUUID(),
        options.name(),
        host(),
        ProcessHandle.current().pid(),
        options.roles(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    long sentAt = System.nanoTime();
    table.register(node, lockKey(), options.lease());
    nodes.add(node.nodeId());
    return new Incarnation(node, new Lease(options.lease(), sentAt));
  }

  private void buryPredecessors() {
    int lost = options.alone() ? table.loseOthers(incarnation.nodeId()) : 0;
    if (file != null) {
      lost += table.loseProven(file.predecessors());
      file.write(nodes);
    }
    if (lost > 0) {
      LOG.info("{} earlier nodes ended without saying so; what they ran goes on here", lost);
    }
  }

  /** Begins to end: gives the database the time of it, so that nobody waits for this node. */
  @Override
  public void close() {
    observer.close();
    heartbeat.close();
    try {
      table.stopped(incarnation.nodeId());
      events.publish(new Event.EngineChanged());
    } catch (DatabaseUnavailable e) {
      LOG.warn("The node's end could not be recorded: {}", e.getMessage());
    }
    if (file != null) {
      file.close();
    }
  }

  private long lockKey() {
    return program.getMostSignificantBits() ^ program.getLeastSignificantBits();
  }

  /** When this program joined. */
  public Instant startedAt() {
    return incarnation.node().startedAt();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
