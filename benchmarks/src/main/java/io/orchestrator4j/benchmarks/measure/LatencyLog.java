package io.orchestrator4j.benchmarks.measure;

import java.util.Arrays;

/** Collects how long the calls of one client took. Confined to one thread. */
final class LatencyLog {

  private long[] nanos = new long[1024];
  private int count;

  void add(long taken) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = taken;
  }

  long[] toArray() {
    return Arrays.copyOf(nanos, count);
  }
}
