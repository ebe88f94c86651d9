package io.orchestrator4j.workflow;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.Forms;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A step at its place in a workflow: ready to be called. */
public final class PlacedStep {

  private final String path;
  private final WorkflowStep step;
  private final Forms forms;
  private final @Nullable AuthorCall call;

  PlacedStep(String path, WorkflowStep step, DefinitionContext context) {
    this.path = path;
    this.step = step;
    this.forms = context.forms();
    this.call = switch (step.action()) {
      case StepAction.Call(AuthorMethod method) -> AuthorCall.of(method, context);
      case StepAction.Ask(AuthorMethod form) -> AuthorCall.of(form, context);
      case StepAction.Start _, StepAction.Lifecycle _, StepAction.Done _ -> null;
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

  /**
   * Fills the parameters of the step's method, which is not called before the result is.
   *
   * @return the call, which gives something to merge over the state, or throws whatever the method throws
   * @throws MissingKey and others, where an argument cannot be found
   */
  public Callable<State> prepare(ObjectNode state, StepContext context, StepUnit unit) {
    if (call == null || !(step.action() instanceof StepAction.Call)) {
      throw new IllegalStateException(step + " has no method to call");
    }
    return call.prepare(state, context, null, unit);
  }

  /**
   * Asks the step's form with arguments from the state.
   *
   * @throws Exception whatever the form method throws
   */
  public State ask(ObjectNode state, Form form, StepUnit unit) throws Exception {
    if (call == null || !(step.action() instanceof StepAction.Ask)) {
      throw new IllegalStateException(step + " has no form to ask");
    }
    return call.prepare(state, null, form, unit).call();
  }
}
