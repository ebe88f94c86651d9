package io.orchestrator4j.benchmarks.measure;

import java.util.Arrays;
import java.util.List;

/** How long each of many calls took. Immutable. */
public final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  /** The latencies of several clients, in nanoseconds. */
  public static Latencies of(List<long[]> nanos) {
    long[] all = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Latencies(all);
  }

  /** How many there are. */
  public int count() {
    return sorted.length;
  }

  /** The smallest that at least this share of all calls did not exceed, in milliseconds; 0 without calls. */
  public double millis(double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)] / NANOS_PER_MILLI;
  }
}
