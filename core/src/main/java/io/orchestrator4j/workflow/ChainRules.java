package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every chain must keep to, checked once at start. */
final class ChainRules {

  private ChainRules() {}

  /** Everything that is wrong with a chain. */
  static List<DefinitionProblem> check(String place, boolean task, StepList chain) {
    List<DefinitionProblem> problems = new ArrayList<>();
    if (task) {
      checkOpenEnds(place, chain, problems);
    } else {
      checkOwnEnds(place, chain, problems);
    }
    AuthorMethod form = chain.form();
    if (form != null) {
      checkForm(place, form, problems);
    }
    chain.steps().forEach(step -> checkStep(place, step, problems));
    return problems;
  }

  private static void checkOpenEnds(
      String place, StepList chain, List<DefinitionProblem> problems) {
    if (chain.steps().stream().anyMatch(ChainRules::isEnd)) {
      problems.add(new DefinitionProblem(
          place,
          "the chain of a task contains init() or done(), which @Task adds by itself",
          "Open it with begin() and take done() away"));
    }
  }

  private static void checkOwnEnds(String place, StepList chain, List<DefinitionProblem> problems) {
    List<WorkflowStep> steps = chain.steps();
    if (steps.isEmpty() || !(steps.getFirst().action() instanceof StepAction.Start)) {
      problems.add(new DefinitionProblem(
          place,
          "the chain of a plain @Workflow does not open with init()",
          "Write init() or init(this::askX)"));
      return;
    }
    if (!(steps.getLast().action() instanceof StepAction.Done)) {
      problems.add(new DefinitionProblem(
          place,
          "the chain cannot end: its last step is '%s'"
              .formatted(steps.getLast().name()),
          "End it with .then(done())"));
      return;
    }
    if (steps.subList(1, steps.size() - 1).stream().anyMatch(ChainRules::isEnd)) {
      problems.add(new DefinitionProblem(
          place, "the chain contains init() or done() in its middle", "Keep them to its two ends"));
    }
  }

  private static boolean isEnd(WorkflowStep step) {
    return step.action() instanceof StepAction.Start || step.action() instanceof StepAction.Done;
  }

  private static void checkStep(String place, WorkflowStep step, List<DefinitionProblem> problems) {
    if (step.name().isBlank()) {
      problems.add(new DefinitionProblem(
          place,
          "the step %s has no name for people to read".formatted(step.id()),
          "Mark its method @Step(\"...\") or write step(this::x).named(\"...\")"));
    }
    switch (step.action()) {
      case StepAction.Call(AuthorMethod method) -> checkCall(place, method, problems);
      case StepAction.Ask(AuthorMethod method) -> checkForm(place, method, problems);
      case StepAction.Start _, StepAction.Done _ -> {
        // the builtin steps are in order
      }
    }
  }

  private static void checkCall(
      String place, AuthorMethod method, List<DefinitionProblem> problems) {
    if (Parameters.of(method).takeForm()) {
      problems.add(new DefinitionProblem(
          place,
          method.place() + " is a step but takes a Form",
          "Mark it @InputStep(\"...\") if the process shall wait there for its answer"));
    }
    checkResult(place, method, problems);
  }

  private static void checkForm(
      String place, AuthorMethod method, List<DefinitionProblem> problems) {
    if (!Parameters.of(method).takeForm()) {
      problems.add(new DefinitionProblem(
          place,
          method.place() + " is used as a form but takes no Form to ask with",
          "Add a parameter: " + method.method().getName() + "(Form form, ...)"));
    }
    checkResult(place, method, problems);
  }

  private static void checkResult(
      String place, AuthorMethod method, List<DefinitionProblem> problems) {
    Method java = method.method();
    Class<?> type = java.getReturnType();
    boolean storable = type == void.class
        || type == Void.class
        || type == Object.class
        || type == State.class
        || Map.class.isAssignableFrom(type)
        || type.isRecord()
        || type.isSealed()
        || type == Record.class;
    if (!storable) {
      problems.add(new DefinitionProblem(
          place,
          "%s returns %s, which has no keys for the State"
              .formatted(method.place(), type.getSimpleName()),
          "Return State.of(\"key\", value), a record, a map, or nothing"));
    }
  }
}
