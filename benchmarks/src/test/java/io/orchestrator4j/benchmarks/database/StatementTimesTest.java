package io.orchestrator4j.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StatementTimesTest {

  @Test
  void whatAStatementTookIsTheSumOfItsPhasesInOneProcess() {
    StatementTimes times = StatementTimes.in("""
        @ours 1@ LOG:  duration: 0.250 ms  parse <unnamed>: select name
        \tlimit $1 offset $2
        @ours 2@ LOG:  duration: 100.000 ms  bind S_1: select count(*) from processes
        @ours 1@ LOG:  duration: 0.500 ms  bind <unnamed>: select name
        \tlimit $1 offset $2
        @ours 1@ LOG:  duration: 1.250 ms  execute <unnamed>: select name
        \tlimit $1 offset $2
        @ours 2@ LOG:  duration: 200.000 ms  execute S_1: select count(*) from processes
        @ours 3@ LOG:  duration: 9.000 ms  execute S_2: update nodes
        @other 4@ LOG:  duration: 9.000 ms  execute S_1: select count(*) from processes
        """, "ours");

    assertThat(times.rows().count()).isEqualTo(1);
    assertThat(times.rows().millis(0.5)).isEqualTo(2);
    assertThat(times.totals().count()).isEqualTo(1);
    assertThat(times.totals().millis(0.5)).isEqualTo(300);
  }
}
