package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What starting and resuming have in common: asking a form, and setting off once its answers are in. */
final class Departure {

  private final Runs runs;

  Departure(Runs runs) {
    this.runs = runs;
  }

  /** Asks a form, and hands on its answers when they are complete. */
  FormOutcome<ProcessId> ask(
      WorkflowDefinition workflow,
      Forms.Asked<State> form,
      List<ObjectNode> pages,
      Function<State, ProcessId> complete) {
    return then(asked(workflow, form, pages), complete);
  }

  /** Hands on the answers of a form when they are complete. */
  FormOutcome<ProcessId> then(FormOutcome<State> outcome, Function<State, ProcessId> complete) {
    return switch (outcome) {
      case FormOutcome.Complete<State>(State answers) ->
        new FormOutcome.Complete<>(complete.apply(answers));
      case FormOutcome.NextPage<State> page -> page.as();
      case FormOutcome.Invalid<State> invalid -> invalid.as();
      case FormOutcome.Overflow<State> overflow -> overflow.as();
    };
  }

  /** Refuses while the node stops: what it took on now, it could not run. */
  void requireNodeAtWork() {
    if (runs.isStopping()) {
      throw new OperationRefused.NodeStopping();
    }
  }

  /** Refuses answers that cannot be stored, so that a person is told at once instead of finding a failed process. */
  void requireStorable(Advance advance) {
    StepFailure failure = advance.pending().getFirst().failure();
    if (failure != null) {
      throw new OperationRefused.InputNotStorable(failure.message());
    }
  }

  /** Runs what is committed by now, if it does not wait or is not finished already. */
  void setOff(Advance advance) {
    if (advance.status() == ProcessStatus.RUNNING) {
      runs.begin(advance.processId(), () -> Optional.of(advance));
    }
  }

  private static FormOutcome<State> asked(
      WorkflowDefinition workflow, Forms.Asked<State> form, List<ObjectNode> pages) {
    try {
      return Forms.replay(form, pages);
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (Exception e) {
      throw new OperationRefused.FormFailed(workflow.name(), e);
    }
  }
}
