package io.orchestrator4j.process;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** The id of a process; ids of later processes sort behind those of earlier ones. */
public record ProcessId(UUID value) {

  // one for all: within a millisecond it counts on, which costs no randomness
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  /** A new id. */
  public static ProcessId fresh() {
    return new ProcessId(freshUuid());
  }

  /** A new time-ordered UUID (RFC 9562, version 7). */
  static UUID freshUuid() {
    return GENERATOR.generate();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
