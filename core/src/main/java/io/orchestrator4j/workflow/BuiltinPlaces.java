package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import java.util.List;

/** Where the builtin steps that do something to a subscription may stand. */
final class BuiltinPlaces {

  private BuiltinPlaces() {}

  static void check(
      String place, WorkflowMarking marking, StepList chain, List<DefinitionProblem> problems) {
    for (WorkflowStep step : chain.steps()) {
      if (step.action() instanceof StepAction.Lifecycle(LifecycleStep does)) {
        check(place, marking, does, problems);
      }
    }
  }

  private static void check(
      String place, WorkflowMarking marking, LifecycleStep step, List<DefinitionProblem> problems) {
    boolean created =
        marking.kind() == WorkflowMarking.Kind.TYPED && marking.target() == Target.CREATE;
    if (created && step instanceof LifecycleStep.Lock) {
      problems.add(new DefinitionProblem(
          place,
          "the chain contains '%s', and a new subscription is locked by its process from the start"
              .formatted(step.name()),
          "Take lockSubscription() away"));
    } else if (!(step instanceof LifecycleStep.SetStatus)
        && marking.steps().contain(step.getClass())) {
      problems.add(new DefinitionProblem(
          place,
          "the chain contains '%s', which %s adds by itself"
              .formatted(step.name(), marking.annotation()),
          remedy(step, created)));
    }
  }

  private static String remedy(LifecycleStep step, boolean created) {
    return created || step instanceof LifecycleStep.Relate
        ? "Take it away"
        : "Take it away, or write lock = false in the annotation and place both steps yourself";
  }
}
