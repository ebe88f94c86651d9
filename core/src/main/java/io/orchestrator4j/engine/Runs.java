package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes that this node runs at this moment, each on a virtual thread. */
final class Runs {

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private final ProcessStore store;
  private final Committer committer;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("process-", 0).factory());

  // the latch tells two runs of one process apart: one that has just suspended it, and one that
  // already resumes it
  private final Map<ProcessId, CountDownLatch> active = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  Runs(ProcessStore store) {
    this.store = store;
    this.committer = new Committer(store);
  }

  /**
   * Runs a process that this node owns. While the node stops, it is left to the next one.
   *
   * @param loading gives the process as it stands, on its own thread; empty if it cannot go on
   */
  void begin(ProcessId processId, Supplier<Optional<Advance>> loading) {
    if (stopping) {
      return;
    }
    CountDownLatch running = new CountDownLatch(1);
    active.put(processId, running);
    try {
      threads.execute(() -> run(processId, running, loading));
    } catch (RejectedExecutionException _) {
      ended(processId, running);
    }
  }

  private void run(
      ProcessId processId, CountDownLatch running, Supplier<Optional<Advance>> loading) {
    try {
      loading
          .get()
          .ifPresent(advance -> new ProcessRun(advance, committer, store, () -> stopping).run());
    } catch (RuntimeException e) {
      LOG.error(
          "The run of process {} ended before its time; the next start of a node goes on with it",
          processId,
          e);
    } finally {
      ended(processId, running);
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
    CountDownLatch running = active.get(processId);
    return running == null || running.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void ended(ProcessId processId, CountDownLatch running) {
    active.remove(processId, running);
    running.countDown();
    synchronized (active) {
      active.notifyAll();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** Starts no step any more, lets running ones end within the grace period, and interrupts the rest. */
  void stop(Duration grace) {
    stopping = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn(
            "{} steps did not end within {}; the next node runs them again", active.size(), grace);
        committer.stop();
        threads.shutdownNow();
        boolean _ = threads.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      committer.stop();
    }
  }
}
