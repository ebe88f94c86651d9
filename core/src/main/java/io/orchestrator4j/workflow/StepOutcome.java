package io.orchestrator4j.workflow;

/** What came of reaching a step: the closed list of what can happen next. */
public sealed interface StepOutcome {

  /** The step's work is done; its result is merged over the State. */
  record Success(State result) implements StepOutcome {}

  /** The process waits for somebody to fill in the step's form. */
  record Suspended() implements StepOutcome {}

  /** The step's method threw, or its result cannot be stored. */
  record Failed(StepFailure failure) implements StepOutcome {}

  /** The process is at its end. */
  record Completed() implements StepOutcome {}
}
