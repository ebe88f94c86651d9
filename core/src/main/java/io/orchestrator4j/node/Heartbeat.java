package io.orchestrator4j.node;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.OwnConnection;
import io.orchestrator4j.store.StatementRefused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says five times in a lease that the node lives, on a connection of its own, and watches that the lease does not run
 * out meanwhile. On platform threads: steps that never pause must not cost a node its lease.
 */
final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final int PER_LEASE = 5;

  private final NodeTable table;
  private final Membership membership;
  private final Consequences consequences;
  private final OwnConnection connection;
  private final long pauseMillis;
  private final Semaphore wanted = new Semaphore(0);
  private volatile boolean closed;
  private final Thread beating =
      Thread.ofPlatform().name("orchestrator-heartbeat").daemon().unstarted(this::beat);
  private final Thread watching =
      Thread.ofPlatform().name("orchestrator-lease").daemon().unstarted(this::watch);

  Heartbeat(
      Database database,
      NodeTable table,
      Duration lease,
      Membership membership,
      Consequences consequences) {
    this.table = table;
    this.membership = membership;
    this.consequences = consequences;
    this.pauseMillis = lease.toMillis() / PER_LEASE;
    this.connection = database.ownConnection(lease.dividedBy(2));
  }

  void start() {
    beating.start();
    watching.start();
  }

  /** Beats at once, to hear what this node was told. */
  void beatNow() {
    if (wanted.availablePermits() == 0) {
      wanted.release();
    }
  }

  private void beat() {
    try {
      while (!closed) {
        beatOnce();
        boolean _ = wanted.tryAcquire(pauseMillis, TimeUnit.MILLISECONDS);
        wanted.drainPermits();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
    }
  }

  private void beatOnce() {
    Incarnation current = membership.incarnation();
    long sentAt = System.nanoTime();
    try {
      Optional<NodeTable.Pulse> pulse =
          connection.with(open -> table.heartbeat(open, current.nodeId()));
      if (pulse.isEmpty()) {
        membership.rejoin();
        return;
      }
      current.lease().renew(sentAt);
      consequences.told(pulse.get().draining(), pulse.get().paused());
    } catch (DatabaseUnavailable | StatementRefused e) {
      current.lease().miss();
      LOG.debug("A heartbeat did not arrive", e);
    } catch (RuntimeException e) {
      LOG.error("What follows from a heartbeat failed, and is tried again with the next", e);
    }
  }

  private void watch() {
    try {
      while (!closed) {
        Incarnation current = membership.incarnation();
        current.lease().awaitEnd();
        if (!closed) {
          consequences.leaseEnded();
          if (!current.lease().awaitValid()) {
            membership.awaitSuccessor(current);
          }
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    watching.interrupt();
    beatNow();
    try {
      beating.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
