package io.orchestrator4j.server.recording;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** The workflows that the recorded conversations are about. */
@Workflows
final class RecordedWorkflows {

  @FormPage
  record TimesForm(
      @Min(0) @Max(5) @DefaultValue("1") int times,
      @DefaultValue("true") boolean sameMessage) {}

  @FormPage
  record AskPage(
      @Size(min = 2, max = 20) String answer,
      @Min(1) @Max(10) @DefaultValue("3") int amount) {}

  @FormPage
  record ConfirmPage(@DefaultValue("false") boolean confirm) {}

  @Task("Five steps")
  StepList wireFiveSteps() {
    return begin()
        .then(this::stepOne)
        .then(this::stepTwo)
        .then(this::stepThree)
        .then(this::stepFour)
        .then(this::stepFive);
  }

  @Step("Step one")
  State stepOne() {
    return State.of("count", 1);
  }

  @Step("Step two")
  State stepTwo() {
    return State.of("count", 2);
  }

  @Step("Step three")
  State stepThree() {
    return State.of("count", 3);
  }

  @Step("Step four")
  State stepFour() {
    return State.of("count", 4);
  }

  @Step("Step five")
  State stepFive() {
    return State.of("count", 5);
  }

  @Task("Fail some times")
  StepList wireFailTimes() {
    return begin(this::askTimes).then(this::prepare).then(this::failSomeTimes).then(this::finish);
  }

  State askTimes(Form form) {
    return State.of(
        form.ask(TimesForm.class, page -> page.title("How often to fail").last()));
  }

  @Step("Prepare")
  State prepare() {
    return State.of("prepared", true);
  }

  @Step("Fail some times")
  State failSomeTimes(StepContext context, TimesForm form) {
    if (context.attempt() <= form.times()) {
      throw new IllegalArgumentException(
          form.sameMessage() ? "kaboom" : "kaboom " + context.attempt());
    }
    return State.of("attempts", context.attempt());
  }

  @Step("Finish")
  State finish() {
    return State.of("finished", true);
  }

  @Task("Ask the user")
  StepList wireInput() {
    return begin().then(this::prepare).then(this::askTheUser).then(this::useTheAnswer);
  }

  @InputStep(value = "Ask the user", assignee = Assignee.NOC)
  State askTheUser(Form form) {
    AskPage asked = form.ask(AskPage.class, page -> page.title("A question"));
    ConfirmPage confirmed = form.ask(ConfirmPage.class, page -> {
      page.title("Confirm " + asked.answer()).last();
      page.field(ConfirmPage::confirm).check((yes, _) -> yes, "Please confirm");
    });
    return State.of(asked, confirmed);
  }

  @Step("Use the answer")
  State useTheAnswer(AskPage asked) {
    return State.of("result", asked.answer().repeat(asked.amount()));
  }
}
