package io.orchestrator4j.testing;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkflowRunnerTest {

  @FormPage
  record NamePage(String name) {}

  @Workflows
  static final class Greetings {

    private boolean working;

    @Task("Greet")
    StepList greet() {
      return begin(this::askName).then(this::greetByName).then(this::approve);
    }

    State askName(Form form) {
      return State.of(form.ask(NamePage.class));
    }

    @Step("Greet by name")
    State greetByName(String name) {
      if (!working) {
        working = true;
        throw new IllegalStateException("not yet");
      }
      return State.of("greeting", "Hello, " + name);
    }

    @InputStep("Approve")
    State approve(Form form) {
      return State.of(form.ask(NamePage.class)).without("name");
    }
  }

  @Test
  void runsRetriesAndResumes() {
    try (WorkflowRunner workflows = WorkflowRunner.of(new Greetings())) {
      ProcessResult failed = workflows.run("greet", Map.of("name", "Ann"));
      assertThat(failed.status()).isEqualTo(ProcessStatus.FAILED);
      assertThat(failed.failedReason()).isEqualTo("not yet");

      ProcessResult suspended = workflows.retry(failed);
      assertThat(suspended.rows()).contains("Approve suspend");

      ProcessResult completed = workflows.resume(suspended, Map.of("name", "Bob"));
      assertThat(completed.status()).isEqualTo(ProcessStatus.COMPLETED);
      assertThat(completed.state().get("greeting", String.class)).isEqualTo("Hello, Ann");
      assertThat(completed.state().has("name")).isFalse();
    }
  }

  @Test
  void saysWhatAFormRefuses() {
    try (WorkflowRunner workflows = WorkflowRunner.of(new Greetings())) {
      assertThatThrownBy(() -> workflows.run("greet", Map.of("nome", "Ann")))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("field required");
    }
  }

  @Test
  void aClockMovesWhenItIsTold() {
    SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T10:00:00Z"));

    clock.advance(Duration.ofDays(10));

    assertThat(clock.instant()).isEqualTo("2026-12-03T10:00:00Z");
  }
}
