package io.orchestrator4j.testing.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.process.ProcessQuery;
import io.orchestrator4j.testing.OrchestratorTest;
import io.orchestrator4j.testing.WorkflowRunner;
import io.orchestrator4j.testing.application.GreetingApplication.NamePage;
import org.junit.jupiter.api.Test;

/** Each class of tests begins on an empty database: two of them extend this, and either may be the second. */
@OrchestratorTest
abstract class OneProcess {

  @Test
  void afterOneStartThereIsOneProcess(WorkflowRunner workflows, Orchestrator orchestrator) {
    workflows.run("greet", new NamePage("Ann"));

    assertThat(orchestrator.lists().count(ProcessQuery.all())).isEqualTo(1);
  }
}
