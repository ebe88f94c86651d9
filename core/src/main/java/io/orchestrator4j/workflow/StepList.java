package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of steps: an immutable value that authors put together in one expression, so each method
 * returns a new chain.
 */
public final class StepList extends StepChain {

  private final @Nullable StartForm form;
  private final List<WorkflowStep> steps;
  private final Rules rules;

  /** What holds for a workflow as a whole, and so only for its outermost chain. */
  private record Rules(
      @Nullable Authorizer authorize,
      @Nullable Authorizer retryAuthorize,
      List<RunPredicate> runPredicates) {

    static final Rules NONE = new Rules(null, null, List.of());
  }

  private StepList(@Nullable StartForm form, List<WorkflowStep> steps, Rules rules) {
    this.form = form;
    this.steps = List.copyOf(steps);
    this.rules = rules;
  }

  static StepList opening() {
    return new StepList(null, List.of(), Rules.NONE);
  }

  static StepList opening(StartForm form) {
    return new StepList(form, List.of(), Rules.NONE);
  }

  static StepList opening(AuthorMethod form) {
    return opening(new StartForm.Author(form));
  }

  @Override
  public StepList then(WorkflowStep step) {
    return with(List.of(step));
  }

  /**
   * This chain, followed by the steps of another one.
   *
   * @throws DefinitionProblem if the other chain has a form or rules of its own, which only a
   *     workflow's outermost chain can have
   */
  public StepList then(StepList list) {
    if (list.form != null || !list.rules.equals(Rules.NONE)) {
      throw new DefinitionProblem(
          "a chain inside a chain",
          "it has a form, an authorisation or a run predicate of its own",
          "Open it with begin(), and give these to the workflow's outermost chain");
    }
    return with(list.steps);
  }

  /** Who may start the workflow, and resume it where a step does not say otherwise. */
  public StepList authorize(Authorizer authorizer) {
    requireOpening("authorize");
    return new StepList(
        form, steps, new Rules(authorizer, rules.retryAuthorize, rules.runPredicates));
  }

  /** Who may retry the workflow where a step does not say otherwise; by default those who may start it. */
  public StepList retryAuthorize(Authorizer authorizer) {
    requireOpening("retryAuthorize");
    return new StepList(form, steps, new Rules(rules.authorize, authorizer, rules.runPredicates));
  }

  /**
   * Refuses to start the workflow while the predicate has a reason against it. Written several times,
   * all must hold; they are asked in their order.
   */
  public StepList runOnlyIf(RunPredicate predicate) {
    requireOpening("runOnlyIf");
    List<RunPredicate> all = new ArrayList<>(rules.runPredicates);
    all.add(predicate);
    return new StepList(
        form, steps, new Rules(rules.authorize, rules.retryAuthorize, List.copyOf(all)));
  }

  /** The steps in their order. */
  public List<WorkflowStep> steps() {
    return steps;
  }

  /** The form that is asked before the process starts; null where there is none. */
  public @Nullable StartForm form() {
    return form;
  }

  Authorizer authorizer() {
    return rules.authorize == null ? Authorizer.EVERYBODY : rules.authorize;
  }

  Authorizer retryAuthorizer() {
    return rules.retryAuthorize == null ? authorizer() : rules.retryAuthorize;
  }

  List<RunPredicate> runPredicates() {
    return rules.runPredicates;
  }

  /** This chain, which asks for a confirmation if it has no form. */
  StepList confirmed() {
    return form == null ? new StepList(new StartForm.Confirmation(), steps, rules) : this;
  }

  /** This chain with steps before and behind it. */
  StepList between(List<WorkflowStep> before, List<WorkflowStep> after) {
    List<WorkflowStep> all = new ArrayList<>(before);
    all.addAll(steps);
    all.addAll(after);
    return new StepList(form, all, rules);
  }

  private StepList with(List<WorkflowStep> more) {
    List<WorkflowStep> all = new ArrayList<>(steps);
    all.addAll(more);
    return new StepList(form, all, rules);
  }

  private void requireOpening(String method) {
    if (steps.stream().anyMatch(step -> !(step.action() instanceof StepAction.Start))) {
      throw new DefinitionProblem(
          "." + method + "(...) after step '" + steps.getLast().name() + "'",
          "the rule stands behind a step, where it would look as if it began to hold there",
          "Write it directly after begin(...) or init(...)");
    }
  }
}
