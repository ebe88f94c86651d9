package io.orchestrator4j.value;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** New ids that sort by the time at which they were made: version 7 of RFC 9562. Thread-safe. */
public final class TimeOrderedId {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private TimeOrderedId() {}

  /** A new id. */
  public static UUID next() {
    return IDS.generate();
  }
}
