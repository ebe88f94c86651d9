package io.orchestrator4j.workflow;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.roles;
import static io.orchestrator4j.workflow.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a step besides what it does. */
final class StepTraitsTest {

  @Workflows
  record Marked() {
    @Task("Sync")
    StepList sync() {
      return begin().then(this::order).then(this::look);
    }

    @Step(value = "Order", repeatable = false, timeout = "30s", system = "netbox")
    void order() {}

    @Step("Look")
    void look() {}
  }

  @Workflows
  record Chained() {
    @Task("Sync")
    StepList sync() {
      return begin()
          .then(step(this::order)
              .timeout(Duration.ofMinutes(5))
              .repeatable(false)
              .system("netbox")
              .resumeAuthorize(roles("noc"))
              .named("Order it"))
          .then(this::look);
    }

    @Step("Order")
    void order() {}

    @Step("Look")
    void look() {}
  }

  @Test
  void areReadFromTheAnnotation() {
    WorkflowStep order = at(new Marked(), 1);
    WorkflowStep look = at(new Marked(), 2);

    assertThat(order.repeatable()).isFalse();
    assertThat(order.timeout()).contains(Duration.ofSeconds(30));
    assertThat(order.system()).contains("netbox");
    assertThat(look.repeatable()).isTrue();
    assertThat(look.timeout()).isEmpty();
    assertThat(look.system()).isEmpty();
  }

  @Test
  void areSaidOnTheChainAndEachKeepsTheOthers() {
    WorkflowStep order = at(new Chained(), 1);

    assertThat(order.name()).isEqualTo("Order it");
    assertThat(order.repeatable()).isFalse();
    assertThat(order.timeout()).contains(Duration.ofMinutes(5));
    assertThat(order.system()).contains("netbox");
    assertThat(order.resumeAuthorizer()).isNotNull();
  }

  @Test
  void mayChangeWhileProcessesRun() {
    assertThat(sync(new Marked()).fingerprint()).isEqualTo(sync(new Chained()).fingerprint());
  }

  @Workflows
  record Hasty() {
    @Task("Hasty")
    StepList hasty() {
      return begin().then(this::one);
    }

    @Step(value = "One", timeout = "half an hour")
    void one() {}
  }

  @Workflows
  record Timeless() {
    @Task("Timeless")
    StepList timeless() {
      return begin().then(step(this::one).timeout(Duration.ZERO));
    }

    @Step("One")
    void one() {}
  }

  @Test
  void aTimeoutThatIsNoneIsRefusedAtStart() {
    assertThatThrownBy(() -> DefinedWorkflows.of(List.of(new Hasty())))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll(
            "Hasty.one: @Step(timeout = \"half an hour\") is not a number above 0 and a unit",
            "Write for example timeout = \"500ms\", \"30s\", \"5m\" or \"2h\"");
    assertThatThrownBy(() -> DefinedWorkflows.of(List.of(new Timeless())))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("step 'One': the timeout PT0S leaves the step no time");
  }

  @Test
  void anOperatorReadsWhatToDoAboutAnUnknownOutcome() {
    StepFailure failure = StepFailure.outcomeUnknown(at(new Marked(), 1));

    assertThat(failure.type()).isEqualTo("OutcomeUnknown");
    assertThat(failure.message())
        .isEqualTo(
            "Nobody knows what step 'Order' (order) has done: it was begun and did not end, since its node was"
                + " lost or stopped, and it is marked as not repeatable. Find out in netbox whether its work was done. Then"
                + " retry the process, which runs the step once more, or abort it");
    assertThat(failure.details())
        .hasToString("{\"code\":\"outcome_unknown\",\"system\":\"netbox\"}");
    assertThat(StepFailure.outcomeUnknown(at(new Marked(), 2)).message())
        .contains("Find out whether its work was done");
  }

  @Test
  void anOperatorReadsWhyAStepIsInQuarantine() {
    StepFailure failure = StepFailure.quarantined(at(new Marked(), 2), 3);

    assertThat(failure.type()).isEqualTo("Quarantined");
    assertThat(failure.message())
        .startsWith(
            "step 'Look' (look) was kept from the next node: the last 3 nodes that ran it were lost")
        .contains("Look at their logs", "retry the process", "or abort it");
    assertThat(failure.details()).hasToString("{\"code\":\"quarantined\"}");
  }

  private static WorkflowStep at(Object holder, int position) {
    return sync(holder).steps().get(position).step();
  }

  private static WorkflowDefinition sync(Object holder) {
    return DefinedWorkflows.of(List.of(holder)).named("sync").orElseThrow();
  }
}
