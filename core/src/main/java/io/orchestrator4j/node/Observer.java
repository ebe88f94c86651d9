package io.orchestrator4j.node;

import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.StatementRefused;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices nodes that fell silent, takes them for dead, and has their processes given back. It trusts its own view only
 * while its own heartbeats arrive without a gap, so that a restart of PostgreSQL kills nobody.
 */
final class Observer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Observer.class);
  private static final int PER_LEASE = 4;

  private final NodeTable table;
  private final Membership membership;
  private final Events events;
  private final Consequences consequences;
  private final long pauseMillis;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("orchestrator-observer").daemon().unstarted(this::run);

  Observer(
      NodeTable table,
      Duration lease,
      Membership membership,
      Events events,
      Consequences consequences) {
    this.table = table;
    this.membership = membership;
    this.events = events;
    this.consequences = consequences;
    this.pauseMillis = lease.toMillis() / PER_LEASE;
  }

  void start() {
    // what is proven needs no waiting: a program that starts again goes on at once
    look(false);
    thread.start();
  }

  private void run() {
    try {
      while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        look(true);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(boolean forSilence) {
    try {
      Incarnation self = membership.incarnation();
      if (forSilence && self.lease().isSteady()) {
        table.silent(self.nodeId()).forEach(this::judge);
      }
      release();
      if (forSilence) {
        consequences.housekeeping();
        table.forgetOld();
      }
    } catch (DatabaseUnavailable e) {
      LOG.debug("The other nodes cannot be observed", e);
    } catch (StatementRefused e) {
      LOG.warn("The other nodes cannot be observed, which is tried again", e);
    } catch (RuntimeException e) {
      LOG.error("The observation of the other nodes failed, and is tried again", e);
    }
  }

  private void judge(NodeTable.Silent silent) {
    if (table.lose(silent)) {
      LOG.warn(
          "The node '{}' ({}) has been silent for longer than its lease and is taken for dead; its processes go on elsewhere",
          silent.name(),
          silent.nodeId());
      events.publish(new Event.EngineChanged());
    }
  }

  private void release() {
    int released = 0;
    int some = consequences.giveBack();
    while (some > 0) {
      released += some;
      events.publish(new Event.WorkQueued());
      some = consequences.giveBack();
    }
    if (released > 0) {
      LOG.info("{} processes of nodes that are not at work any more wait for another", released);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
