package io.orchestrator4j.benchmarks.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time as steps write them: microseconds since 1970. All JVMs of one machine read the same clock. */
public final class Times {

  private Times() {}

  /** This moment. */
  public static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
