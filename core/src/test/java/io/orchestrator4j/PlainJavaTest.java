package io.orchestrator4j;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Target;
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

    StepList sayGoodbye() {
      return begin().then(this::goodbye);
    }

    @Step("Say goodbye")
    State goodbye(String greeting) {
      return State.of("goodbye", greeting.replace("Hello", "Goodbye"));
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

  @Test
  void appendsStepsToEveryWorkflowOfATarget() throws InterruptedException {
    Greetings greetings = new Greetings();

    try (Orchestrator orchestrator = Orchestrator.on(TestingDatabase.dataSource())
        .schema(TestingDatabase.freshSchema())
        .workflows(greetings)
        .append(Target.SYSTEM, greetings.sayGoodbye())
        .start()) {
      FormOutcome<ProcessId> started =
          orchestrator.operations().start(Caller.named("ann"), "greet", List.of(Json.object()));
      boolean _ = orchestrator.engine().awaitQuiet(Duration.ofSeconds(10));

      assertThat(started)
          .isInstanceOfSatisfying(
              FormOutcome.Complete.class,
              complete -> assertThat(orchestrator
                      .reader()
                      .detail((ProcessId) complete.result())
                      .timeline()
                      .state()
                      .path("goodbye")
                      .asString())
                  .isEqualTo("Goodbye, ann"));
    }
  }
}
