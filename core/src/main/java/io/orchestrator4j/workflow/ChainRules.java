package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.value.Secrets;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every chain must keep to, checked once at start. */
final class ChainRules {

  private final String place;
  private final DefinedProducts products;
  private final List<DefinitionProblem> problems = new ArrayList<>();

  private ChainRules(String place, DefinedProducts products) {
    this.place = place;
    this.products = products;
  }

  /** Everything that is wrong with a chain. */
  static List<DefinitionProblem> check(
      String place, WorkflowMarking marking, StepList chain, DefinedProducts products) {
    ChainRules rules = new ChainRules(place, products);
    switch (marking.kind()) {
      case PLAIN -> rules.checkOwnEnds(chain);
      case TASK, TYPED -> rules.checkOpenEnds(marking, chain);
    }
    BuiltinPlaces.check(place, marking, chain, rules.problems);
    if (chain.form() instanceof StartForm.Author(AuthorMethod form)) {
      rules.checkForm(form);
    }
    chain.steps().forEach(rules::checkStep);
    return rules.problems;
  }

  private void checkOpenEnds(WorkflowMarking marking, StepList chain) {
    if (chain.steps().stream().anyMatch(ChainRules::isEnd)) {
      problems.add(new DefinitionProblem(
          place,
          "the chain contains init() or done(), which %s adds by itself"
              .formatted(marking.annotation()),
          "Open it with begin() and take done() away"));
    }
  }

  private void checkOwnEnds(StepList chain) {
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

  private void checkStep(WorkflowStep step) {
    if (step.name().isBlank()) {
      problems.add(new DefinitionProblem(
          place,
          "the step %s has no name for people to read".formatted(step.id()),
          "Mark its method @Step(\"...\") or write step(this::x).named(\"...\")"));
    }
    switch (step.action()) {
      case StepAction.Call(AuthorMethod method) -> checkCall(method);
      case StepAction.Ask(AuthorMethod method) -> checkForm(method);
      case StepAction.Start _, StepAction.Lifecycle _, StepAction.Done _ -> {
        // the builtin steps are in order
      }
    }
  }

  private void checkCall(AuthorMethod method) {
    if (Parameters.of(method, products, Secrets.none()).takeForm()) {
      problems.add(new DefinitionProblem(
          place,
          method.place() + " is a step but takes a Form",
          "Mark it @InputStep(\"...\") if the process shall wait there for its answer"));
    }
    checkResult(method);
  }

  private void checkForm(AuthorMethod method) {
    if (!Parameters.of(method, products, Secrets.none()).takeForm()) {
      problems.add(new DefinitionProblem(
          place,
          method.place() + " is used as a form but takes no Form to ask with",
          "Add a parameter: " + method.method().getName() + "(Form form, ...)"));
    }
    checkResult(method);
  }

  private void checkResult(AuthorMethod method) {
    Method java = method.method();
    Class<?> type = java.getReturnType();
    boolean storable = type == void.class
        || type == Void.class
        || type == Object.class
        || type == State.class
        || Map.class.isAssignableFrom(type)
        || type.isRecord()
        || type.isSealed()
        || type == Record.class
        || ModelParameters.isModel(type, products);
    if (!storable) {
      problems.add(new DefinitionProblem(
          place,
          "%s returns %s, which has no keys for the State"
              .formatted(method.place(), type.getSimpleName()),
          "Return State.of(\"key\", value), a record, a map, a domain model, or nothing"));
    }
  }
}
