package io.orchestrator4j.workflow;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.Forms;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A step at its place in a workflow: ready to be called. */
public final class PlacedStep {

  private final String path;
  private final WorkflowStep step;
  private final Forms forms;
  private final @Nullable Parameters parameters;

  PlacedStep(String path, WorkflowStep step, Forms forms) {
    this.path = path;
    this.step = step;
    this.forms = forms;
    this.parameters = switch (step.action()) {
      case StepAction.Call(AuthorMethod method) -> Parameters.of(method);
      case StepAction.Ask(AuthorMethod form) -> Parameters.of(form);
      case StepAction.Start _, StepAction.Done _ -> null;
    };
  }

  /** The step's place in the journal: its id, and {@code #n} for its n-th use. */
  public String path() {
    return path;
  }

  /** The step. */
  public WorkflowStep step() {
    return step;
  }

  /** What its form is asked with. */
  public Forms forms() {
    return forms;
  }

  /** The parameters of its method; null for the builtin steps. */
  @Nullable
  Parameters parameters() {
    return parameters;
  }

  /**
   * Calls the step's method with arguments from the state.
   *
   * @return what the method returned, as something to merge over the state
   * @throws Exception whatever the method throws; {@link MissingKey} and others where its arguments
   *     cannot be found
   */
  public State call(ObjectNode state, StepContext context) throws Exception {
    return switch (step.action()) {
      case StepAction.Call(AuthorMethod method) -> call(method, state, context, null);
      case StepAction.Ask _, StepAction.Start _, StepAction.Done _ ->
        throw new IllegalStateException(step + " has no method to call");
    };
  }

  /**
   * Asks the step's form with arguments from the state.
   *
   * @throws Exception whatever the form method throws
   */
  public State ask(ObjectNode state, Form form) throws Exception {
    return switch (step.action()) {
      case StepAction.Ask(AuthorMethod method) -> call(method, state, null, form);
      case StepAction.Call _, StepAction.Start _, StepAction.Done _ ->
        throw new IllegalStateException(step + " has no form to ask");
    };
  }

  private State call(
      AuthorMethod method, ObjectNode state, @Nullable StepContext context, @Nullable Form form)
      throws Exception {
    Parameters known = parameters == null ? Parameters.of(method) : parameters;
    return result(method, method.call(known.arguments(state, context, form)));
  }

  /** What a step or form method returned, as something to merge over the state. */
  static State result(AuthorMethod method, @Nullable Object returned) {
    return switch (returned) {
      case null -> State.empty();
      case State state -> state;
      case Record record -> State.of(record);
      case Map<?, ?> map -> ofMap(method, map);
      default ->
        throw new IllegalStateException(
            "%s returned a %s; a step returns a State, a record, a map with text keys, or nothing"
                .formatted(method.place(), returned.getClass().getName()));
    };
  }

  private static State ofMap(AuthorMethod method, Map<?, ?> map) {
    State state = State.empty();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalStateException(
            "%s returned a map with the key %s; keys of the State are texts"
                .formatted(method.place(), entry.getKey()));
      }
      state = state.and(key, entry.getValue());
    }
    return state;
  }
}
