package io.orchestrator4j.engine;

import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.workflow.StepCancelled;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a step needs of the database however long that is away, until the node stops. Thread-safe. */
final class Patience implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Does something with the database, once more after each time that it is away.
   *
   * @param what it is about, for the log
   * @throws StepCancelled if this node stops before the database is there
   */
  <T> T until(Object what, Supplier<T> work) {
    Duration wait = FIRST_WAIT;
    while (true) {
      try {
        return work.get();
      } catch (DatabaseUnavailable e) {
        LOG.warn("Waiting for the database with {}: {}", what, e.getMessage());
      } catch (StatementRefused e) {
        if (!e.isTransient()) {
          throw e;
        }
      }
      awaitOrGiveUp(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
  }

  /** Lets some time pass; less, if the node stops or the thread is interrupted. */
  void pause() {
    try {
      boolean _ = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitOrGiveUp(Duration wait) {
    try {
      if (!closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new StepCancelled(StepCancelled.Reason.NODE_STOPS);
  }

  /** Gives up on what waits for the database. */
  @Override
  public void close() {
    closed.countDown();
  }
}
