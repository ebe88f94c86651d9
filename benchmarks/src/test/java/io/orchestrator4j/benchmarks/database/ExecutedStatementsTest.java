package io.orchestrator4j.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExecutedStatementsTest {

  @Test
  void whatIsExecutedInADatabaseIsCountedAndWhatOnlyFramesItIsCountedApart() {
    ExecutedStatements executed = ExecutedStatements.in("""
            @ours 12@ LOG:  execute <unnamed>: BEGIN
            @ours 12@ LOG:  execute S_1: with fenced as (
            \t  update process)
            \tinsert into step
            @ours 12@ DETAIL:  Parameters: $1 = '1'
            @ours 12@ LOG:  execute S_1: with fenced as (
            \t  update process)
            \tinsert into step
            @ours 12@ LOG:  execute S_3: /* benchmark */ select 3
            @other 13@ LOG:  statement: select 2
            @ours 12@ LOG:  statement: select 1
            @ours 12@ LOG:  execute S_2: COMMIT
            @ 9@ LOG:  checkpoint starting: time
            """, "ours");

    assertThat(executed.counted())
        .containsExactly(
            new ExecutedStatements.Counted("with fenced as ( update process) insert into step", 2),
            new ExecutedStatements.Counted("select 1", 1));
    assertThat(executed.transactionControl()).isEqualTo(2);
  }
}
