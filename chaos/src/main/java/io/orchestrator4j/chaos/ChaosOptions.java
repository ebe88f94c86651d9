package io.orchestrator4j.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is tried.
 *
 * @param seed decides about processes, faults and clocks
 * @param time over which processes are started and faults happen
 * @param folder where logs and data are kept
 */
public record ChaosOptions(
    long seed, Duration time, int processes, int faults, int nodes, Duration lease, Path folder) {

  /** The same with another folder. */
  ChaosOptions in(Path other) {
    return new ChaosOptions(seed, time, processes, faults, nodes, lease, other);
  }

  /** What to type to see the same again. */
  String command() {
    return "./orchestrator chaos --seed %d --seconds %d --processes %d --faults %d --nodes %d --lease %dms"
        .formatted(seed, time.toSeconds(), processes, faults, nodes, lease.toMillis());
  }
}
