package io.orchestrator4j.server.process;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;
import static io.orchestrator4j.workflow.Steps.noUncompletedInstance;
import static io.orchestrator4j.workflow.Steps.roles;
import static io.orchestrator4j.workflow.Steps.step;

import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Workflows whose steps and forms do what a test tells them to. */
@Workflows
final class TestingWorkflows {

  /** Something that a step does. */
  interface Deed {
    Object run() throws Exception;
  }

  /** What {@link #act} does. */
  volatile Deed deed = State::empty;

  /** What happens before {@link #ask} asks. */
  volatile Deed beforeAsking = State::empty;

  @FormPage
  record Order(
      @NotBlank String name,
      @Max(10) int amount,
      @DefaultValue("false") boolean urgent) {}

  @FormPage
  record Address(String street) {}

  @FormPage
  record Answer(String answer) {}

  @Task("Order")
  StepList order() {
    return begin(this::askOrder).then(this::act);
  }

  State askOrder(Form form) {
    Order order = form.ask(Order.class, page -> page.title("What"));
    Address address = form.ask(Address.class, page -> page.title("Where").last());
    return State.of(order, address);
  }

  @Task("Act")
  StepList acting() {
    return begin().then(this::act);
  }

  @Step("Act")
  Object act() throws Exception {
    return deed.run();
  }

  @Task("Report")
  StepList reporting() {
    return begin().then(this::report);
  }

  @Step("Report")
  void report(StepContext context) throws Exception {
    context.progress(40, "port 4 of 10");
    deed.run();
  }

  @Workflow(value = "Act, as no task", target = Target.MODIFY)
  StepList actingWorkflow() {
    return init().then(this::act).then(done());
  }

  @Task("Needs a group")
  StepList needing() {
    return begin().then(this::needGroup);
  }

  @Step("Need a group")
  State needGroup(String groupName) {
    return State.of("found", groupName);
  }

  @Task("Ask")
  StepList asking() {
    return begin().then(this::ask).then(this::act);
  }

  @InputStep(value = "Ask", assignee = Assignee.NOC)
  State ask(Form form) throws Exception {
    beforeAsking.run();
    return State.of(form.ask(Answer.class, page -> page.title("A question").last()));
  }

  @Task("Ask, one at a time")
  StepList askingAlone() {
    return begin().runOnlyIf(noUncompletedInstance()).then(this::ask).then(this::act);
  }

  @Workflow("Restricted")
  StepList restricted() {
    return init().authorize(roles("operators")).then(this::act).then(done());
  }

  @Workflow("Restricted later")
  StepList restrictedLater() {
    return init()
        .retryAuthorize(roles("operators"))
        .then(this::act)
        .then(step(this::ask).resumeAuthorize(roles("operators")))
        .then(done());
  }

  /** A step that says when it has begun, and waits until it is let go. */
  static final class Held implements Deed {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public Object run() throws InterruptedException {
      begun.countDown();
      return State.of("released", released.await(60, TimeUnit.SECONDS));
    }

    void awaitBegun() throws InterruptedException {
      begun.await();
    }

    void release() {
      released.countDown();
    }
  }
}
