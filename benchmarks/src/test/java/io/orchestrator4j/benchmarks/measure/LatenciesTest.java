package io.orchestrator4j.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatenciesTest {

  private static final long MILLI = 1_000_000;

  @Test
  void aPercentileIsTheSmallestThatSoManyDidNotExceed() {
    long[] odd = LongStream.rangeClosed(1, 100)
        .filter(n -> n % 2 == 1)
        .map(n -> n * MILLI)
        .toArray();
    long[] even = LongStream.rangeClosed(1, 100)
        .filter(n -> n % 2 == 0)
        .map(n -> n * MILLI)
        .toArray();

    Latencies latencies = Latencies.of(List.of(even, odd));

    assertThat(latencies.count()).isEqualTo(100);
    assertThat(latencies.millis(0.5)).isEqualTo(50);
    assertThat(latencies.millis(0.99)).isEqualTo(99);
    assertThat(latencies.millis(1)).isEqualTo(100);
    assertThat(latencies.millis(0)).isEqualTo(1);
  }

  @Test
  void oneCallIsEveryPercentile() {
    Latencies latencies = Latencies.of(List.of(new long[] {7 * MILLI}));

    assertThat(latencies.millis(0.5)).isEqualTo(latencies.millis(0.99)).isEqualTo(7);
  }

  @Test
  void aLogKeepsMoreThanItWasMadeFor() {
    LatencyLog log = new LatencyLog();
    LongStream.range(0, 5000).forEach(log::add);

    assertThat(log.toArray()).hasSize(5000).endsWith(4999);
  }
}
