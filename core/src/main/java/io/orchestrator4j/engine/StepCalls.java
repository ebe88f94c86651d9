package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepAction;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepEffects;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.StepModels;
import io.orchestrator4j.workflow.StepOutcome;
import io.orchestrator4j.workflow.StepUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reaches steps: calls what is behind them, and turns whatever comes of it into an outcome. Thread-safe. */
final class StepCalls {

  private static final Logger LOG = LoggerFactory.getLogger(StepCalls.class);

  private static final int DEEPEST_CAUSE = 20;

  private final StepModels models;
  private final FormCalls forms;
  private final Patience patience;

  StepCalls(StepModels models, FormCalls forms, Patience patience) {
    this.models = models;
    this.forms = forms;
    this.patience = patience;
  }

  /** What came of calling a step. */
  sealed interface Called {

    /** It has returned; what it did to domain models is still to be looked at. */
    record Returned(State result, StepUnit unit) implements Called {}

    /**
     * It threw, or could not be called.
     *
     * @param withoutDatabase whether what it threw is that our database could not be reached
     */
    record Threw(StepFailure failure, boolean withoutDatabase) implements Called {}
  }

  /** What came of a step, and what is to be committed with its record. */
  record Ended(StepOutcome outcome, Alongside alongside) {}

  private record Prepared(StepUnit unit, Callable<State> call) {}

  /** Calls a step that is work. */
  Called call(PlacedStep placed, ObjectNode state, StepContext context, String acting) {
    return caught(
        () -> {
          // nothing of the author's has been called yet, so this can be done again
          Prepared prepared =
              patience.until(placed.step(), () -> prepare(placed, state, context, acting));
          return new Called.Returned(prepared.call().call(), prepared.unit());
        },
        thrown -> new Called.Threw(StepFailure.of(thrown), isWithoutDatabase(thrown)));
  }

  private static boolean isWithoutDatabase(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .anyMatch(DatabaseUnavailable.class::isInstance);
  }

  /** Lets some time pass before a step that could not reach the database is called again. */
  void pause() {
    patience.pause();
  }

  private Prepared prepare(
      PlacedStep placed, ObjectNode state, StepContext context, String acting) {
    StepUnit unit = models.open(context.processId(), acting);
    return switch (placed.step().action()) {
      case StepAction.Call _ -> new Prepared(unit, placed.prepare(state, context, unit));
      case StepAction.Lifecycle(var does) -> {
        State result = unit.perform(does, state);
        yield new Prepared(unit, () -> result);
      }
      case StepAction.Start _, StepAction.Ask _, StepAction.Done _ ->
        throw new IllegalStateException(placed.step() + " is no work");
    };
  }

  /**
   * Ends a step that has returned.
   *
   * @param author what its author wants to be committed with it
   */
  Ended end(Called.Returned returned, List<CommitWork> author) {
    return caught(
        () -> {
          StepEffects effects = returned.unit().end(returned.result());
          return new Ended(
              new StepOutcome.Success(effects.result()), Alongside.of(effects, author));
        },
        thrown -> new Ended(new StepOutcome.Failed(StepFailure.of(thrown)), Alongside.NOTHING));
  }

  // the one place that catches everything: whatever an author's step throws is the step's failure
  private static <T> T caught(Callable<T> call, Function<Throwable, T> failed) {
    try {
      return call.call();
    } catch (Throwable thrown) {
      if (thrown instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return failed.apply(thrown);
    }
  }

  /** Reaches a step that is no work. */
  StepOutcome pass(PlacedStep placed, ObjectNode state, ProcessId processId, String acting) {
    return switch (placed.step().action()) {
      case StepAction.Start() -> new StepOutcome.Success(State.empty());
      case StepAction.Done() -> new StepOutcome.Completed();
      case StepAction.Ask _ -> ask(placed, forms.step(placed, state, processId, acting));
      case StepAction.Call _, StepAction.Lifecycle _ ->
        throw new IllegalStateException(placed.step() + " is work");
    };
  }

  /** A form that asks nothing does not suspend; one that throws does, and shows its error to those who look. */
  private static StepOutcome ask(PlacedStep placed, Forms.Asked<State> form) {
    try {
      FormOutcome<State> outcome = placed.forms().replay(form, List.of());
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
