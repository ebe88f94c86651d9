package io.orchestrator4j.workflow;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.noUncompletedInstance;
import static io.orchestrator4j.workflow.Steps.roles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a chain says about when its workflow may be started. */
final class RunPredicatesTest {

  @Workflows
  record Guarded() {

    @Task("Sync")
    StepList sync() {
      return begin()
          .runOnlyIf(noUncompletedInstance())
          .authorize(roles("operators"))
          .runOnlyIf(context -> context.caller().roles().contains("night")
              ? Optional.empty()
              : Optional.of(context.workflow() + " runs at night"))
          .then(this::one);
    }

    @Step("One")
    void one() {}
  }

  @Test
  void areKeptInTheirOrderBesideTheOtherRules() {
    WorkflowDefinition sync = named("sync", new Guarded());

    assertThat(sync.runPredicates())
        .hasSize(2)
        .first()
        .isInstanceOf(RunPredicates.NoUncompletedInstance.class);
    assertThat(sync.runPredicates().getLast().refusal(new RunContext("sync", Caller.named("ann"))))
        .contains("sync runs at night");
    assertThat(sync.startAuthorizer().allows(Caller.named("ann"))).isFalse();
  }

  @Workflows
  static final class Late {
    @Task("Late")
    StepList late() {
      return begin().then(this::one).runOnlyIf(noUncompletedInstance());
    }

    @Step("One")
    void one() {}
  }

  @Test
  void areRefusedBehindAStep() {
    assertThatThrownBy(() -> DefinedWorkflows.of(List.of(new Late())))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll(".runOnlyIf(...) after step 'One'", "directly after begin(...)");
  }

  @Workflows
  static final class Inner {
    @Task("Inner")
    StepList inner() {
      return begin().then(begin().runOnlyIf(noUncompletedInstance()).then(this::one));
    }

    @Step("One")
    void one() {}
  }

  @Test
  void areRefusedInAChainInsideAChain() {
    assertThatThrownBy(() -> DefinedWorkflows.of(List.of(new Inner())))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll("a chain inside a chain", "a run predicate of its own");
  }

  @Test
  void thatOnlyTheDatabaseCanAnswerRefuseToGuess() {
    assertThatThrownBy(
            () -> noUncompletedInstance().refusal(new RunContext("sync", Caller.system())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sync has an unfinished process");
  }

  private static WorkflowDefinition named(String name, Object holder) {
    return DefinedWorkflows.of(List.of(holder)).named(name).orElseThrow();
  }
}
