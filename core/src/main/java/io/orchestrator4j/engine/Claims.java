package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessQueue;
import io.orchestrator4j.process.Queued;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.StatementRefused;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes processes that wait for a node, as many as there is room for. It looks when it is told that there is work or
 * room, and from time to time by itself, since what tells it may be lost.
 */
final class Claims implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int MOST_TOGETHER = 500;

  // a statement whose answer was lost may arrive at the database long after this node gave it up
  private static final Duration LOOK_FOR_FORGOTTEN = Duration.ofSeconds(5);

  private final ProcessQueue queue;
  private final Permits permits;
  private final NodeCondition condition;
  private final Collection<UUID> workflowIds;
  private final Arrivals arrivals;
  private final Semaphore wanted = new Semaphore(0);

  // whether a claim's answer was lost, so that this node may own processes that it does not know of
  private final AtomicBoolean suspecting = new AtomicBoolean();
  private long lookedForForgotten = System.nanoTime();
  private volatile boolean closed;
  private final Thread thread =
      Thread.ofPlatform().name("orchestrator-claims").daemon().unstarted(this::run);

  Claims(
      ProcessQueue queue,
      Permits permits,
      NodeCondition condition,
      Collection<UUID> workflowIds,
      Arrivals arrivals) {
    this.queue = queue;
    this.permits = permits;
    this.condition = condition;
    this.workflowIds = List.copyOf(workflowIds);
    this.arrivals = arrivals;
  }

  void start() {
    thread.start();
  }

  /** There may be work or room now. */
  void look() {
    if (wanted.availablePermits() == 0) {
      wanted.release();
    }
  }

  /** This node may own processes that it does not run. */
  void suspect() {
    suspecting.set(true);
  }

  private void run() {
    try {
      while (!closed) {
        takeAll();
        boolean _ = wanted.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        wanted.drainPermits();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes all that is due and that there is room for. */
  void takeAll() {
    try {
      adoptForgotten();
      while (condition.takesOn() && takeSome()) {
        // there may be more
      }
    } catch (DatabaseUnavailable e) {
      suspect();
      LOG.debug("Nothing can be claimed at the moment", e);
    } catch (StatementRefused e) {
      suspect();
      LOG.warn("Nothing could be claimed, which is tried again", e);
    } catch (RuntimeException e) {
      suspect();
      LOG.error("What was claimed could not be begun, which is tried again", e);
    }
  }

  private boolean takeSome() {
    List<String> limited = permits.limitedQueues();
    Share unlimited = new Share(limited, true, "", false);
    Taken taken = take(unlimited, MOST_TOGETHER, false);
    boolean more = taken == Taken.ALL_THERE_WAS_ROOM_FOR;
    for (String one : limited) {
      more |= take(of(one), MOST_TOGETHER, false) == Taken.ALL_THERE_WAS_ROOM_FOR;
    }
    if (taken == Taken.NO_ROOM) {
      Share urgent = new Share(limited, true, "", true);
      more |= take(urgent, MOST_TOGETHER, false) == Taken.ALL_THERE_WAS_ROOM_FOR;
    }
    takeSuspect(unlimited);
    limited.forEach(one -> takeSuspect(of(one)));
    return more;
  }

  private static Share of(String queue) {
    return new Share(List.of(queue), false, queue, false);
  }

  // one at a time: if the node ends now, the others that were lost with it are not to blame
  private void takeSuspect(Share share) {
    if (!arrivals.hasSuspect()) {
      Taken _ = take(share, 1, true);
    }
  }

  private enum Taken {
    NO_ROOM,
    ALL_THERE_WAS,
    ALL_THERE_WAS_ROOM_FOR
  }

  /**
   * A part of what waits.
   *
   * @param queues the queues to take from, or to leave alone
   * @param permitQueue whose permits are needed
   * @param interactive whether only what people wait for, which may have the permits that are reserved
   */
  private record Share(
      List<String> queues, boolean leaving, String permitQueue, boolean interactive) {}

  private Taken take(Share share, int atMost, boolean suspects) {
    int room = permits.takeUpTo(atMost, share.interactive(), share.permitQueue());
    if (room == 0) {
      permits.wantMore();
      return Taken.NO_ROOM;
    }
    int used = 0;
    try {
      ProcessQueue.Wanted wish = new ProcessQueue.Wanted(
          workflowIds,
          room,
          share.interactive() ? Queued.INTERACTIVE : Short.MIN_VALUE,
          share.queues(),
          share.leaving(),
          suspects);
      List<ProcessQueue.Claimed> claimed = queue.claim(condition.incarnation().nodeId(), wish);
      used = claimed.size();
      arrivals.begin(claimed, share.permitQueue());
      return used == room ? Taken.ALL_THERE_WAS_ROOM_FOR : Taken.ALL_THERE_WAS;
    } finally {
      permits.untake(room - used, share.permitQueue());
    }
  }

  private void adoptForgotten() {
    boolean late = System.nanoTime() - lookedForForgotten > LOOK_FOR_FORGOTTEN.toNanos();
    if ((late || suspecting.get()) && condition.takesOn()) {
      UUID nodeId = condition.incarnation().nodeId();
      Set<ProcessId> unknown = arrivals.unknown(queue.ownedBy(nodeId));
      // only now: what has ended meanwhile is no longer owned
      List<ProcessQueue.Claimed> forgotten =
          unknown.isEmpty() ? List.of() : queue.owned(nodeId, unknown);
      suspecting.set(false);
      lookedForForgotten = System.nanoTime();
      arrivals.adopt(forgotten);
    }
  }

  @Override
  public void close() {
    closed = true;
    look();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
