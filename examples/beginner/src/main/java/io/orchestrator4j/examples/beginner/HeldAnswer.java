package io.orchestrator4j.examples.beginner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An answer of the directory that is held back. Thread-safe. */
final class HeldAnswer {

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** Waits until a caller waits for the answer; false if none came in time. */
  boolean awaitCaller(Duration atMost) throws InterruptedException {
    return reached.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the answer go. */
  void release() {
    released.countDown();
  }

  void awaitRelease() {
    reached.countDown();
    try {
      released.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
