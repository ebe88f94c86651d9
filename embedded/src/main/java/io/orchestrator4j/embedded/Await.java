package io.orchestrator4j.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process, which can tell us of its changes only by being asked again. */
final class Await {

  private static final Duration PAUSE = Duration.ofMillis(5);

  private Await() {}

  /**
   * Returns whether the condition came true in time. An interrupt does not end it: a server that is left half started or
   * half stopped is worse than a bounded wait. The thread stays marked.
   */
  static boolean until(BooleanSupplier condition, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() - deadline > 0) {
          return false;
        }
        try {
          Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
