package io.orchestrator4j.engine;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;
import static io.orchestrator4j.workflow.Steps.noUncompletedInstance;
import static io.orchestrator4j.workflow.Steps.roles;
import static io.orchestrator4j.workflow.Steps.step;

import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.ApiUnavailable;
import io.orchestrator4j.workflow.FromState;
import io.orchestrator4j.workflow.InconsistentData;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.ProcessFailure;
import io.orchestrator4j.workflow.RunPredicate;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Workflows whose steps do what a test tells them to. */
@Workflows
final class TestingWorkflows {

  /** What {@link #misbehave} does while a test wants it to. */
  volatile Misbehaviour misbehaviour = () -> State.empty();

  /** Says whether {@link #aloneMisbehaving} may start. */
  volatile RunPredicate predicate = _ -> Optional.empty();

  /** Lets {@link #hold} go on. */
  final Semaphore released = new Semaphore(0);

  /** Counts down when {@link #hold} has begun. */
  volatile CountDownLatch holding = new CountDownLatch(1);

  /** What comes after {@link #hold} in the workflow "standing". */
  volatile After after = After.GO_ON;

  enum After {
    GO_ON,
    ASK
  }

  final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

  interface Misbehaviour {
    @Nullable
    Object run() throws Exception;
  }

  @FormPage
  record Answer(String answer, @DefaultValue("3") int amount) {}

  @FormPage
  record Confirm(@DefaultValue("false") boolean confirm) {}

  record Given(String answer, int amount) {}

  @Task("Five steps")
  StepList fiveSteps() {
    return begin()
        .then(this::count)
        .then(this::count)
        .then(this::count)
        .then(this::count)
        .then(this::count);
  }

  @Step("Count")
  State count(@DefaultValue("0") int count) {
    called("count");
    return State.of("count", count + 1);
  }

  @Task("Misbehave")
  StepList misbehaving() {
    return begin().then(this::count).then(this::misbehave).then(this::count);
  }

  @Workflow("Misbehave too")
  StepList misbehavingWorkflow() {
    return init().then(this::misbehave).then(done());
  }

  @Step("Misbehave")
  Object misbehave(StepContext context) throws Exception {
    called("misbehave");
    Object result = misbehaviour.run();
    return result == null ? State.of("attempt", context.attempt()) : result;
  }

  @Task("Hold")
  StepList holding() {
    return begin().then(this::count).then(this::hold).then(this::count);
  }

  @Task("Hold, one at a time")
  StepList alone() {
    return begin().runOnlyIf(noUncompletedInstance()).then(this::hold);
  }

  @Task("Misbehave, one at a time")
  StepList aloneMisbehaving() {
    return begin()
        .runOnlyIf(context -> predicate.refusal(context))
        .runOnlyIf(noUncompletedInstance())
        .then(this::misbehave);
  }

  @Workflow("Hold too")
  StepList holdingWorkflow() {
    return init().then(this::hold).then(done());
  }

  @Task("Hold, then ask or misbehave")
  StepList standing() {
    return begin().then(this::hold).then(this::perhapsAsk).then(this::misbehave);
  }

  @InputStep("Perhaps ask")
  State perhapsAsk(Form form) {
    return after == After.ASK ? State.of(form.ask(Answer.class)) : State.empty();
  }

  @Step("Hold")
  State hold() throws InterruptedException {
    called("hold");
    holding.countDown();
    if (!released.tryAcquire(60, TimeUnit.SECONDS)) {
      throw new ProcessFailure("nobody released the step");
    }
    return State.of("held", true);
  }

  @Task("Ask")
  StepList asking() {
    return begin()
        .then(this::count)
        .then(step(this::ask).resumeAuthorize(caller -> !caller.name().equals("eve")))
        .then(this::use);
  }

  @InputStep(value = "Ask the user", assignee = io.orchestrator4j.workflow.Assignee.NOC)
  State ask(Form form, int count) {
    Answer answer = form.ask(Answer.class, page -> page.title("Question " + count));
    Confirm confirm = form.ask(Confirm.class, page -> {
      page.field(Confirm::confirm).check((yes, _) -> yes, "Please confirm");
      page.last();
    });
    return State.of(answer, confirm);
  }

  @Step("Use the answer")
  State use(Answer answer, @FromState Given given) {
    called("use");
    return State.of("result", answer.answer().repeat(given.amount()));
  }

  @Workflow("Ask first")
  StepList askingFirst() {
    return init(this::ask1)
        .authorize(roles("operators"))
        .retryAuthorize(roles("noc"))
        .then(this::misbehave)
        .then(done());
  }

  State ask1(Form form) {
    return State.of(form.ask(Answer.class));
  }

  @Task("Missing")
  StepList missing() {
    return begin().then(this::needsGroup);
  }

  @Step("Needs a group")
  void needsGroup(String groupName) {}

  @Task("Growing")
  StepList growing() {
    StepList chain = begin();
    for (int i = 0; i < 40; i++) {
      chain = chain.then(this::grow);
    }
    return chain;
  }

  @Step("Grow")
  State grow(State state) {
    int number = state.keys().size();
    return State.of("key_" + number, "x".repeat(5000)).without("key_" + (number - 20));
  }

  @Task("A form that throws")
  StepList brokenForm() {
    return begin().then(this::askAndFail);
  }

  @InputStep("Ask and fail")
  State askAndFail(Form form) throws Exception {
    throw new java.io.IOException("no inventory");
  }

  @Task("A form that asks nothing")
  StepList silentForm() {
    return begin().then(this::askNothing).then(this::count);
  }

  @InputStep("Ask nothing")
  State askNothing(Form form) {
    return State.of("asked", false);
  }

  int calls(String method) {
    return calls.getOrDefault(method, new AtomicInteger()).get();
  }

  private void called(String method) {
    calls.computeIfAbsent(method, _ -> new AtomicInteger()).incrementAndGet();
  }

  static Misbehaviour inconsistent() {
    return () -> {
      throw new InconsistentData("differs", Map.of("found", 1));
    };
  }

  static Misbehaviour unavailable() {
    return () -> {
      throw new ApiUnavailable("no answer");
    };
  }

  static Misbehaviour failing(String message) {
    return () -> {
      throw new IllegalStateException(message);
    };
  }
}
