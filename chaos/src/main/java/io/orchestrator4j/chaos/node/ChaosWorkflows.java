package io.orchestrator4j.chaos.node;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;

import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.ProcessFailure;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import java.io.IOException;

/** The workflows that the harness runs; each begins with a form that says which process it is. */
@Workflows
public final class ChaosWorkflows {

  /** How the reasons of failures begin that are part of the plan. */
  public static final String PLANNED = "As planned: ";

  private static final int FAR = 60;

  private final LedgerClient ledger;

  ChaosWorkflows(LedgerClient ledger) {
    this.ledger = ledger;
  }

  @FormPage
  record Plan(int number, int failures, int millis, boolean flaky, int places) {}

  @FormPage
  record Answer(String answer) {}

  State askPlan(Form form) {
    return State.of(form.ask(Plan.class));
  }

  @Task("Count up")
  StepList countUp() {
    return begin(this::askPlan)
        .then(this::count)
        .then(this::count)
        .then(this::count)
        .then(this::count)
        .then(this::count);
  }

  @Workflow("Count far")
  StepList countFar() {
    StepList chain = init(this::askPlan);
    for (int i = 0; i < FAR; i++) {
      chain = chain.then(this::count);
    }
    return chain.then(done());
  }

  @Task("Call outside")
  StepList callOutside() {
    return begin(this::askPlan)
        .then(this::count)
        .then(this::callOnce)
        .then(this::count)
        .then(this::callAgain)
        .then(this::count);
  }

  @Task("Call slowly")
  StepList callSlowly() {
    return begin(this::askPlan)
        .then(this::callOnce)
        .then(this::callAgain)
        .then(this::callAThirdTime)
        .then(this::callAFourthTime);
  }

  @Workflow("Have effects")
  StepList haveEffects() {
    return init(this::askPlan)
        .then(this::effect)
        .then(this::count)
        .then(this::effectAgain)
        .then(this::count)
        .then(done());
  }

  @Step("Effect")
  void effect(StepContext context) {
    Seams.effect(context, "effect");
  }

  @Step("Effect again")
  void effectAgain(StepContext context) {
    Seams.effect(context, "effect_again");
  }

  @Workflow("Ask")
  StepList ask() {
    return init(this::askPlan)
        .then(this::count)
        .then(this::answer)
        .then(this::count)
        .then(done());
  }

  @Task("Fail some times")
  StepList failSomeTimes() {
    return begin(this::askPlan).then(this::count).then(this::fail).then(this::count);
  }

  @Step("Count")
  State count(@DefaultValue("0") int count) {
    return State.of("count", count + 1);
  }

  @Step("Call")
  void callOnce(StepContext context, int millis, boolean flaky)
      throws IOException, InterruptedException {
    call(context, "call_once", millis, flaky);
  }

  @Step("Call again")
  void callAgain(StepContext context, int millis, boolean flaky)
      throws IOException, InterruptedException {
    call(context, "call_again", millis, flaky);
  }

  @Step("Call a third time")
  void callAThirdTime(StepContext context, int millis) throws IOException, InterruptedException {
    call(context, "call_a_third_time", millis, false);
  }

  @Step("Call a fourth time")
  void callAFourthTime(StepContext context, int millis) throws IOException, InterruptedException {
    call(context, "call_a_fourth_time", millis, false);
  }

  private void call(StepContext context, String step, int millis, boolean flaky)
      throws IOException, InterruptedException {
    ledger.call(context.processId(), step, Seams.idempotencyKey(context), millis, flaky);
  }

  @InputStep("Answer")
  State answer(Form form) {
    return State.of(form.ask(Answer.class));
  }

  @Step("Fail")
  State fail(StepContext context, int failures) {
    if (context.attempt() <= failures) {
      throw new ProcessFailure(PLANNED + "attempt " + context.attempt());
    }
    return State.of("failed", failures);
  }
}
