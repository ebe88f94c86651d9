package io.orchestrator4j.workflow;

import io.orchestrator4j.value.SnakeCase;
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
  private final Assignee assignee;
  private final @Nullable Authorizer resumeAuthorize;
  private final @Nullable Authorizer retryAuthorize;

  private WorkflowStep(
      String id,
      String name,
      StepAction action,
      Assignee assignee,
      @Nullable Authorizer resumeAuthorize,
      @Nullable Authorizer retryAuthorize) {
    this.id = id;
    this.name = name;
    this.action = action;
    this.assignee = assignee;
    this.resumeAuthorize = resumeAuthorize;
    this.retryAuthorize = retryAuthorize;
  }

  static WorkflowStep start() {
    return builtin("start", "Start", new StepAction.Start());
  }

  static WorkflowStep done() {
    return builtin("done", "Done", new StepAction.Done());
  }

  static WorkflowStep of(AuthorMethod method) {
    Step step = method.method().getAnnotation(Step.class);
    InputStep input = method.method().getAnnotation(InputStep.class);
    if (input != null) {
      StepAction action = new StepAction.Ask(method);
      return author(method, input.id(), input.value(), action, input.assignee());
    }
    StepAction action = new StepAction.Call(method);
    String name = step == null ? "" : step.value();
    return author(method, step == null ? "" : step.id(), name, action, Assignee.SYSTEM);
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
    return assignee;
  }

  /** Who may resume from this step on; null where an earlier rule goes on to hold. */
  @Nullable
  Authorizer resumeAuthorizer() {
    return resumeAuthorize;
  }

  /** Who may retry from this step on; null where an earlier rule goes on to hold. */
  @Nullable
  Authorizer retryAuthorizer() {
    return retryAuthorize == null ? resumeAuthorize : retryAuthorize;
  }

  /** This step under another displayed name. */
  public WorkflowStep named(String other) {
    return new WorkflowStep(id, other, action, assignee, resumeAuthorize, retryAuthorize);
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
    return new WorkflowStep(other, name, action, assignee, resumeAuthorize, retryAuthorize);
  }

  /** Who may resume the process from this step on. */
  public WorkflowStep resumeAuthorize(Authorizer authorizer) {
    return new WorkflowStep(id, name, action, assignee, authorizer, retryAuthorize);
  }

  /** Who may retry from this step on; by default those who may resume. */
  public WorkflowStep retryAuthorize(Authorizer authorizer) {
    return new WorkflowStep(id, name, action, assignee, resumeAuthorize, authorizer);
  }

  @Override
  public String toString() {
    return "step '" + name + "' (" + id + ")";
  }

  private static WorkflowStep builtin(String id, String name, StepAction action) {
    return new WorkflowStep(id, name, action, Assignee.SYSTEM, null, null);
  }

  private static WorkflowStep author(
      AuthorMethod method, String id, String name, StepAction action, Assignee assignee) {
    String derived = SnakeCase.of(method.method().getName());
    WorkflowStep step = new WorkflowStep(derived, name, action, assignee, null, null);
    return id.isEmpty() ? step : step.id(id);
  }
}
