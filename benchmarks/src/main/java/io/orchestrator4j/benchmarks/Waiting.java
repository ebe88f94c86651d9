package io.orchestrator4j.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for something that only the database can tell. */
final class Waiting {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited %s in vain until %s".formatted(PATIENCE, what));
      }
      Thread.sleep(PAUSE);
    }
  }
}
