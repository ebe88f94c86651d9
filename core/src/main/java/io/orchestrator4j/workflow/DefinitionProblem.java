package io.orchestrator4j.workflow;

/**
 * One thing that is wrong with a definition: where, what was found, and what to write instead. It
 * fails the start of the application, never a run.
 */
public final class DefinitionProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DefinitionProblem(String place, String found, String remedy) {
    super("%s: %s. %s.".formatted(place, found, remedy));
  }

  /** A problem of a part, said with the workflow that it is part of. */
  DefinitionProblem(String place, DefinitionProblem part) {
    super("%s: %s".formatted(place, part.getMessage()), part);
  }

  static DefinitionProblem tooManyParameters(MethodReference method) {
    return new DefinitionProblem(
        AuthorMethod.of(method).place(),
        "it has nine parameters, and a step takes at most eight",
        "Take the page record, or the State, instead of single keys");
  }
}
