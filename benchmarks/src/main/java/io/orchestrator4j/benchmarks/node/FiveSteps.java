package io.orchestrator4j.benchmarks.node;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.benchmarks.contest.Payload;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;

/** Five steps that do nothing but write 1 KB each. */
@Workflows
public final class FiveSteps {

  /** The workflow. */
  public static final String NAME = "five_steps";

  /** How many steps it has. */
  public static final int STEPS = 5;

  /** What each of them is called. */
  public static final String STEP = "Write";

  @Task("Five steps")
  StepList fiveSteps() {
    return begin()
        .then(this::write)
        .then(this::write)
        .then(this::write)
        .then(this::write)
        .then(this::write);
  }

  @Step(STEP)
  State write() {
    return State.of("payload", Payload.kilobyte());
  }
}
