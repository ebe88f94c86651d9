package io.orchestrator4j.engine;

import io.orchestrator4j.workflow.WorkflowStep;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Interrupts steps whose time is over: one thread with one timer for all steps of a node. Thread-safe. */
final class StepDeadlines implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StepDeadlines.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScheduledThreadPoolExecutor timer;

  StepDeadlines() {
    this.timer = new ScheduledThreadPoolExecutor(
        1, Thread.ofPlatform().name("orchestrator-deadlines").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** The deadline of one attempt; to be closed when the attempt ends. */
  interface Deadline extends AutoCloseable {

    Deadline NONE = () -> {};

    @Override
    void close();
  }

  /** Interrupts the step that a run is about to begin, if it has a timeout and is not closed before. */
  Deadline watch(Run run, WorkflowStep step) {
    return step.timeout().map(limit -> watch(run, step, limit)).orElse(Deadline.NONE);
  }

  private Deadline watch(Run run, WorkflowStep step, Duration limit) {
    try {
      Future<?> interrupt = in(limit, () -> run.interrupt(Run.Interruption.TIMED_OUT));
      Future<?> complain = in(
          limit.plus(PATIENCE),
          () -> LOG.warn(
              "{} of process {} goes on {} after it was interrupted because its timeout of {} was over;"
                  + " let its code give way to Thread.interrupt() or context.isCancelled()",
              step,
              run.processId(),
              PATIENCE,
              limit));
      return () -> {
        interrupt.cancel(false);
        complain.cancel(false);
      };
    } catch (RejectedExecutionException _) {
      // the node stops, which interrupts the step as well
      return Deadline.NONE;
    }
  }

  private Future<?> in(Duration delay, Runnable task) {
    return timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
