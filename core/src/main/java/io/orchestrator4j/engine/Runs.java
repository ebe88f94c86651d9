package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.Queued;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes that this node runs at this moment, each on a virtual thread and with a permit. Thread-safe. */
final class Runs {

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private final Permits permits;
  private final NodeCondition condition;
  private final Runnable roomAgain;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("process-", 0).factory());

  // several of one process where several people set it off at once: all but one give up
  private final Map<ProcessId, Set<Run>> active = new ConcurrentHashMap<>();

  /**
   * No runs yet.
   *
   * @param roomAgain called when there is a permit again for somebody who was refused one
   */
  Runs(Permits permits, NodeCondition condition, Runnable roomAgain) {
    this.permits = permits;
    this.condition = condition;
    this.roomAgain = roomAgain;
  }

  /**
   * Makes room for a process before it is owned by this node, so that nobody takes it for one that was forgotten.
   *
   * @return empty if the node does not take on any more
   */
  Optional<Run> enter(ProcessId processId, Queued queued) {
    return permits.take(queued)
        ? Optional.of(entered(processId, queued.queue()))
        : Optional.empty();
  }

  /** A run that has a permit already. */
  Run entered(ProcessId processId, String queue) {
    Run run = new Run(processId, queue, condition.incarnation());
    active.merge(processId, Set.of(run), Runs::union);
    return run;
  }

  /** Takes a permit for a process that this node owns already, whether there is one or not. */
  void force(String queue) {
    permits.force(queue);
  }

  /** Runs a process that is owned by this node; leaves it when the body ends. */
  void begin(Run run, Runnable body) {
    try {
      threads.execute(() -> {
        try {
          body.run();
        } catch (RuntimeException e) {
          LOG.error(
              "The run of process {} ended before its time; a node that looks for it goes on with it",
              run.processId(),
              e);
        } finally {
          leave(run);
        }
      });
    } catch (RejectedExecutionException _) {
      leave(run);
    }
  }

  /** Ends a run. */
  void leave(Run run) {
    active.computeIfPresent(run.processId(), (_, runs) -> without(runs, run));
    run.clear();
    run.ended().countDown();
    if (permits.give(run.queue())) {
      roomAgain.run();
    }
    synchronized (active) {
      active.notifyAll();
    }
  }

  /** Whether this node runs the process at this moment. */
  boolean has(ProcessId processId) {
    return active.containsKey(processId);
  }

  /** How many processes run at this moment. */
  int count() {
    return active.size();
  }

  /** Something was asked of a process: its step is told, if it wants to know. */
  void cancel(ProcessId processId) {
    active.getOrDefault(processId, Set.of()).forEach(Run::cancel);
  }

  /** Interrupts the steps of nodes that may not go on. */
  void interruptWithoutLease() {
    all()
        .filter(run -> !run.incarnation().lease().isValid())
        .forEach(run -> run.interrupt(Run.Interruption.LEASE_ENDED));
  }

  /**
   * Waits until this node runs nothing.
   *
   * @return whether that was so within the time given
   */
  boolean awaitQuiet(Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    synchronized (active) {
      while (!active.isEmpty() && left > 0) {
        long before = System.nanoTime();
        TimeUnit.NANOSECONDS.timedWait(active, left);
        left -= System.nanoTime() - before;
      }
      return active.isEmpty();
    }
  }

  /**
   * Waits until this node does not run a process.
   *
   * @return whether that was so within the time given
   */
  boolean await(ProcessId processId, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    for (Run run : active.getOrDefault(processId, Set.of())) {
      if (!run.ended().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }

  private Stream<Run> all() {
    return active.values().stream().flatMap(Set::stream);
  }

  private static Set<Run> union(Set<Run> some, Set<Run> more) {
    Set<Run> all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

  private static @Nullable Set<Run> without(Set<Run> runs, Run gone) {
    Set<Run> rest = new HashSet<>(runs);
    rest.remove(gone);
    return rest.isEmpty() ? null : Set.copyOf(rest);
  }

  /** Lets running steps end within the grace period, and interrupts the rest; the node must have been told to stop. */
  void stop(Duration grace) {
    try {
      if (!awaitQuiet(grace)) {
        LOG.warn(
            "{} steps did not end within {}; they are interrupted, and other nodes run them again",
            active.size(),
            grace);
        all().forEach(run -> run.interrupt(Run.Interruption.NODE_STOPS));
        boolean _ = awaitQuiet(Duration.ofSeconds(1));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }
}
