package io.orchestrator4j;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The library alone, without Spring. */
final class PlainJavaTest {

  @Workflows
  static final class Greetings {

    @Task("Greet")
    StepList greet() {
      return begin().then(this::sayHello);
    }

    @Step("Say hello")
    State sayHello(String reporter) {
      return State.of("greeting", "Hello, " + reporter);
    }
  }

  @Test
  void runsAWorkflow() throws InterruptedException {
    DataSource dataSource = TestingDatabase.dataSource();
    String schema = TestingDatabase.freshSchema();

    // tag::plain
    try (Orchestrator orchestrator =
        Orchestrator.on(dataSource).schema(schema).workflows(new Greetings()).start()) {
      Operations operations = orchestrator.operations();
      operations.start(Caller.named("ann"), "greet", List.of(Json.object()));
      orchestrator.engine().awaitQuiet(Duration.ofSeconds(10));
    }
    // end::plain

    try (Orchestrator orchestrator =
        Orchestrator.on(dataSource).schema(schema).workflows(new Greetings()).start()) {
      assertThat(orchestrator.lists().countsByStatus())
          .singleElement()
          .satisfies(count -> assertThat(count.status()).isEqualTo(ProcessStatus.COMPLETED));
    }
  }
}
