package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.store.DatabaseUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away in the middle of a step, and comes back. */
final class DatabaseAwayTest {

  @Test
  void anOutcomeIsKeptAndCommittedWhenTheDatabaseIsBack() throws Exception {
    TestingWorkflows workflows = new TestingWorkflows();
    try (EmbeddedPostgres postgres = TestingDatabase.startOwn();
        Orchestrator orchestrator = Orchestrator.on(TestingDatabase.dataSource(postgres))
            .workflows(workflows)
            .start()) {
      ProcessId processId =
          EngineFixture.complete(orchestrator.operations().start(ANN, "holding", pages("{}")));
      workflows.holding.await();

      postgres.stopServer();
      workflows.released.release();
      assertThat(orchestrator.isHealthy()).isFalse();
      assertThatThrownBy(() -> orchestrator.operations().start(ANN, "five_steps", pages("{}")))
          .isInstanceOf(DatabaseUnavailable.class);
      assertThat(orchestrator.engine().awaitQuiet(Duration.ofMillis(300)))
          .as("gave up")
          .isFalse();
      postgres.startServer();

      assertThat(orchestrator.engine().awaitQuiet(Duration.ofSeconds(20))).isTrue();
      assertThat(orchestrator.reader().detail(processId).process().status())
          .isEqualTo(ProcessStatus.COMPLETED);
      assertThat(workflows.calls("hold")).isEqualTo(1);
      assertThat(orchestrator.isHealthy()).isTrue();
    }
  }
}
