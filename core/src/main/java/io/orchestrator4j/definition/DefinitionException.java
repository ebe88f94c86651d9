package io.orchestrator4j.definition;

import java.util.List;

/** All that is wrong with the definitions of an application, so that one start shows it all. */
public final class DefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<DefinitionProblem> problems;

  /** All of these problems, of which there is at least one. */
  public DefinitionException(List<DefinitionProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order in which it was found. */
  public List<DefinitionProblem> problems() {
    return problems;
  }

  private static String message(List<DefinitionProblem> problems) {
    StringBuilder text = new StringBuilder("The definitions have %d problem%s:"
        .formatted(problems.size(), problems.size() == 1 ? "" : "s"));
    problems.forEach(problem -> text.append("\n  - ").append(problem.getMessage()));
    return text.toString();
  }
}
