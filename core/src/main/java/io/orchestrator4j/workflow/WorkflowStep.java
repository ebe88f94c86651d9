package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.value.DurationText;
import io.orchestrator4j.value.SnakeCase;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step of a chain: an immutable value, so each method that changes something returns a new one.
 */
public final class WorkflowStep {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

  private final String id;
  private final String name;
  private final StepAction action;
  private final StepTraits traits;

  private WorkflowStep(String id, String name, StepAction action, StepTraits traits) {
    this.id = id;
    this.name = name;
    this.action = action;
    this.traits = traits;
  }

  static WorkflowStep start() {
    return builtin("start", "Start", new StepAction.Start());
  }

  static WorkflowStep done() {
    return builtin("done", "Done", new StepAction.Done());
  }

  static WorkflowStep of(LifecycleStep step) {
    return builtin(step.id(), step.name(), new StepAction.Lifecycle(step));
  }

  static WorkflowStep of(AuthorMethod method) {
    Step step = method.method().getAnnotation(Step.class);
    InputStep input = method.method().getAnnotation(InputStep.class);
    if (input != null) {
      StepTraits traits = StepTraits.of(input.assignee());
      return author(method, input.id(), input.value(), new StepAction.Ask(method), traits);
    }
    StepAction action = new StepAction.Call(method);
    StepTraits traits = StepTraits.of(Assignee.SYSTEM);
    return step == null
        ? author(method, "", "", action, traits)
        : author(method, step.id(), step.value(), action, traits(traits, step, method));
  }

  /**
   * The place of this step in the journal: lower-case letters, digits and underscores. It must stay
   * the same for as long as processes run that have passed the step.
   */
  public String id() {
    return id;
  }

  /** The name that people read. */
  public String name() {
    return name;
  }

  /** What happens when the step is reached. */
  public StepAction action() {
    return action;
  }

  /** Who is expected to act when the process stops at this step. */
  public Assignee assignee() {
    return traits.assignee();
  }

  /** Whether the step may be run again when nobody knows what became of it. */
  public boolean repeatable() {
    return traits.repeatable();
  }

  /** How long the step may take; empty where that is not limited. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(traits.timeout());
  }

  /** The other system that the step talks to; empty where that was not said. */
  public Optional<String> system() {
    return Optional.ofNullable(traits.system());
  }

  /** Who may resume from this step on; null where an earlier rule goes on to hold. */
  @Nullable
  Authorizer resumeAuthorizer() {
    return traits.resumeAuthorize();
  }

  /** Who may retry from this step on; null where an earlier rule goes on to hold. */
  @Nullable
  Authorizer retryAuthorizer() {
    Authorizer retry = traits.retryAuthorize();
    return retry == null ? traits.resumeAuthorize() : retry;
  }

  /** This step under another displayed name. */
  public WorkflowStep named(String other) {
    return new WorkflowStep(id, other, action, traits);
  }

  /**
   * This step under another id in the journal.
   *
   * @throws DefinitionProblem if it is not made of lower-case letters, digits and underscores
   */
  public WorkflowStep id(String other) {
    if (!ID.matcher(other).matches()) {
      throw new DefinitionProblem(
          "step '" + name + "'",
          "the id '" + other + "' is not made of lower-case letters, digits and underscores",
          "Write for example id(\"" + id + "\")");
    }
    return new WorkflowStep(other, name, action, traits);
  }

  /** Who may resume the process from this step on. */
  public WorkflowStep resumeAuthorize(Authorizer authorizer) {
    return with(traits.withResumeAuthorize(authorizer));
  }

  /** Who may retry from this step on; by default those who may resume. */
  public WorkflowStep retryAuthorize(Authorizer authorizer) {
    return with(traits.withRetryAuthorize(authorizer));
  }

  /** This step, which may or may not be run again when nobody knows what became of it. */
  public WorkflowStep repeatable(boolean other) {
    return with(traits.withRepeatable(other));
  }

  /**
   * This step with a limit to how long it may take; then its thread is interrupted.
   *
   * @throws DefinitionProblem if the limit is shorter than a millisecond
   */
  public WorkflowStep timeout(Duration limit) {
    if (limit.compareTo(Duration.ofMillis(1)) < 0) {
      throw new DefinitionProblem(
          "step '" + name + "'",
          "the timeout " + limit + " leaves the step no time",
          "Write for example timeout(Duration.ofSeconds(30)), or none for as long as it wants");
    }
    return with(traits.withTimeout(limit));
  }

  /** This step, which talks to another system of this name. */
  public WorkflowStep system(String other) {
    return with(traits.withSystem(other));
  }

  @Override
  public String toString() {
    return "step '" + name + "' (" + id + ")";
  }

  private WorkflowStep with(StepTraits others) {
    return new WorkflowStep(id, name, action, others);
  }

  private static WorkflowStep builtin(String id, String name, StepAction action) {
    return new WorkflowStep(id, name, action, StepTraits.of(Assignee.SYSTEM));
  }

  private static WorkflowStep author(
      AuthorMethod method, String id, String name, StepAction action, StepTraits traits) {
    String derived = SnakeCase.of(method.method().getName());
    WorkflowStep step = new WorkflowStep(derived, name, action, traits);
    return id.isEmpty() ? step : step.id(id);
  }

  private static StepTraits traits(StepTraits traits, Step step, AuthorMethod method) {
    StepTraits said = traits.withRepeatable(step.repeatable());
    said = step.system().isBlank() ? said : said.withSystem(step.system());
    return step.timeout().isEmpty() ? said : said.withTimeout(timeout(step, method));
  }

  private static Duration timeout(Step step, AuthorMethod method) {
    return DurationText.parse(step.timeout())
        .filter(Duration::isPositive)
        .orElseThrow(() -> new DefinitionProblem(
            method.place(),
            "@Step(timeout = \"%s\") is not a number above 0 and a unit".formatted(step.timeout()),
            "Write for example timeout = \"500ms\", \"30s\", \"5m\" or \"2h\""));
  }
}
