package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepAction;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.StepOutcome;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reaches a step: calls the author's code, and turns whatever comes of it into an outcome. */
final class StepCalls {

  private static final Logger LOG = LoggerFactory.getLogger(StepCalls.class);

  private StepCalls() {}

  static StepOutcome reach(PlacedStep placed, ObjectNode state, StepContext context) {
    return placed.step().action() instanceof StepAction.Call
        ? call(placed, state, context)
        : pass(placed, state);
  }

  /** Reaches a step that has no method to call. */
  static StepOutcome pass(PlacedStep placed, ObjectNode state) {
    return switch (placed.step().action()) {
      case StepAction.Start() -> new StepOutcome.Success(State.empty());
      case StepAction.Done() -> new StepOutcome.Completed();
      case StepAction.Ask _ -> ask(placed, state);
      case StepAction.Call _ ->
        throw new IllegalStateException(placed.step() + " has a method to call");
    };
  }

  // the one place that catches everything: whatever an author's step throws is the step's failure
  private static StepOutcome call(PlacedStep placed, ObjectNode state, StepContext context) {
    try {
      return new StepOutcome.Success(placed.call(state, context));
    } catch (Throwable thrown) {
      if (thrown instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return new StepOutcome.Failed(StepFailure.of(thrown));
    }
  }

  /** A form that asks nothing does not suspend; one that throws does, and shows its error to those who look. */
  private static StepOutcome ask(PlacedStep placed, ObjectNode state) {
    try {
      FormOutcome<State> outcome =
          placed.forms().replay(form -> placed.ask(state, form), List.of());
      return outcome instanceof FormOutcome.Complete<State>(State result)
          ? new StepOutcome.Success(result)
          : new StepOutcome.Suspended();
    } catch (Exception e) {
      LOG.warn(
          "The form of {} cannot be shown; the process waits there all the same", placed.step(), e);
      return new StepOutcome.Suspended();
    }
  }
}
