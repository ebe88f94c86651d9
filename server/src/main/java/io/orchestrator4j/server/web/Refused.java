package io.orchestrator4j.server.web;

/** A request was refused with a {@link Problem}; thrown where it cannot be returned. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refused(Problem problem) {
    // an answer, not a fault: nobody reads its stack trace
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
