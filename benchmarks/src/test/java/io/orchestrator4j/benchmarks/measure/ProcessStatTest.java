package io.orchestrator4j.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProcessStatTest {

  @Test
  void aProcessMayHaveAnyName() {
    ProcessStat stat = ProcessStat.parse(
        "42 (a) b (c) S 7 42 42 0 -1 4194304 100 200 0 0 150 50 30 20 20 0 1 0 12345 1000 10 0");

    assertThat(stat.pid()).isEqualTo(42);
    assertThat(stat.command()).isEqualTo("a) b (c");
    assertThat(stat.parent()).isEqualTo(7);
    assertThat(stat.own()).isEqualTo(Duration.ofSeconds(2));
    assertThat(stat.reaped()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void timeSpentWaitingIsNotBusy() {
    // user, nice, system, idle, waiting, interrupts (two kinds), stolen, guests (two kinds)
    assertThat(ProcessorTime.busy("cpu  100 10 50 90000 800 3 2 35 60 5"))
        .isEqualTo(Duration.ofMillis(10 * (100 + 10 + 50 + 3 + 2 + 35)));
  }

  @Test
  void whatNeitherWeNorPostgresUsedIsForeign() {
    int processors = Runtime.getRuntime().availableProcessors();
    ProcessorTime time = new ProcessorTime(
        Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofMillis(500 + 100L * processors));

    assertThat(time.foreign(Duration.ofSeconds(1)))
        .isEqualTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
  }
}
