package io.orchestrator4j.engine;

import io.orchestrator4j.node.Incarnation;
import io.orchestrator4j.process.ProcessId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A process on its way on this node: as which node, and what may break in on it from outside. Thread-safe. */
final class Run {

  /** Why the node interrupted a step. */
  enum Interruption {
    TIMED_OUT,
    NODE_STOPS,
    LEASE_ENDED
  }

  private final ProcessId processId;
  private final String queue;
  private final Incarnation incarnation;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Runnable> cleared = new AtomicReference<>();
  private volatile boolean cancelled;
  private boolean inStep;
  private @Nullable Thread stepping;
  private volatile @Nullable Interruption interruption;

  Run(ProcessId processId, String queue, Incarnation incarnation) {
    this.processId = processId;
    this.queue = queue;
    this.incarnation = incarnation;
  }

  ProcessId processId() {
    return processId;
  }

  /** The queue whose permit it holds. */
  String queue() {
    return queue;
  }

  /** As which node it runs. */
  Incarnation incarnation() {
    return incarnation;
  }

  /** Counts down when the process does not run any more. */
  CountDownLatch ended() {
    return ended;
  }

  /** Whether somebody has asked for the process to end. */
  boolean isCancelled() {
    return cancelled;
  }

  /** Why the node interrupted the step that is under way, or was last; null if it did not. */
  @Nullable
  Interruption interruption() {
    return interruption;
  }

  void cancel() {
    cancelled = true;
  }

  /** Says that it may be what ended the nodes that ran it before, until its step has passed or it ends here. */
  void isSuspect(Runnable whenCleared) {
    cleared.set(whenCleared);
  }

  /** Its step has passed, or it has ended here: this node may try another suspect. */
  void clear() {
    Runnable next = cleared.getAndSet(null);
    if (next != null) {
      next.run();
    }
  }

  /** From now on this thread may be interrupted. */
  synchronized void beginStep() {
    interruption = null;
    inStep = true;
    stepping = Thread.currentThread();
  }

  /**
   * From now on this thread is not interrupted any more, and an interrupt that is left behind is forgotten: the commit
   * must not be broken off by it.
   */
  synchronized void endStep() {
    stepping = null;
    inStep = false;
    boolean _ = Thread.interrupted();
  }

  /** Interrupts the step, if one is under way. That its time is over is the least of all reasons. */
  synchronized void interrupt(Interruption why) {
    if (!inStep) {
      return;
    }
    if (interruption == null || why != Interruption.TIMED_OUT) {
      interruption = why;
    }
    Thread current = stepping;
    if (current != null) {
      current.interrupt();
    }
  }

  /**
   * Does something in the middle of a step that an interrupt must not break off, such as keeping what the step has done
   * outside. Who interrupts meanwhile is heard afterwards.
   */
  <T extends @Nullable Object> T shielded(Supplier<T> work) {
    boolean mine;
    boolean interrupted;
    synchronized (this) {
      mine = stepping == Thread.currentThread();
      stepping = mine ? null : stepping;
      interrupted = Thread.interrupted();
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        if (mine) {
          stepping = Thread.currentThread();
        }
        if (interrupted || (mine && interruption != null)) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
