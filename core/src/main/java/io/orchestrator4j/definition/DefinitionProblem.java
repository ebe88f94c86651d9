package io.orchestrator4j.definition;

/**
 * One thing that is wrong with a definition: where, what was found, and what to write instead. It
 * fails the start of the application, never a run.
 */
public final class DefinitionProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A problem.
   *
   * @param place the class and the member
   * @param found what is there, as a sentence without its full stop
   * @param remedy what to write instead, as a sentence without its full stop
   */
  public DefinitionProblem(String place, String found, String remedy) {
    super("%s: %s. %s.".formatted(place, found, remedy));
  }

  /** A problem of a part, said with the workflow that it is part of. */
  public DefinitionProblem(String place, DefinitionProblem part) {
    super("%s: %s".formatted(place, part.getMessage()), part);
  }
}
