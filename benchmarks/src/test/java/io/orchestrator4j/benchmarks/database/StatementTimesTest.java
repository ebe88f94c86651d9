package io.orchestrator4j.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void whatPiecesOfWorkTookIsTheSumOfTheirStatementsWithoutThoseThatFrameThem() {
    StatementTimes times = StatementTimes.in("""
        @ours 1@ LOG:  duration: 0.100 ms  execute <unnamed>: BEGIN
        @ours 1@ LOG:  duration: 1.000 ms  bind S_1: update subscriptions
        @ours 1@ LOG:  duration: 2.000 ms  execute S_1: update subscriptions
        @ours 1@ LOG:  duration: 3.000 ms  execute S_2: insert into versions
        @ours 1@ LOG:  duration: 0.100 ms  execute S_3: COMMIT
        @ours 2@ LOG:  duration: 0.010 ms  execute <unnamed>:\s
        @ours 2@ LOG:  duration: 4.000 ms  execute S_1: update subscriptions
        @ours 2@ LOG:  duration: 4.000 ms  execute S_2: insert into versions
        """, "ours");

    assertThat(times.nanos()).hasSize(4);
    assertThat(times.together(2).millis(0.5)).isEqualTo(6);
    assertThat(times.together(2).millis(1)).isEqualTo(8);
    assertThatThrownBy(() -> times.together(3)).isInstanceOf(IllegalStateException.class);
  }
}
