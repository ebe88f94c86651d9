package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Queued;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What starting and resuming have in common: asking a form, and setting off once its answers are in, here if there is
 * room or else wherever there is.
 */
final class Departure {

  // who waits for an answer is told after this that nobody knows yet
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Runs runs;
  private final ProcessRun.Tools tools;

  Departure(Runs runs, ProcessRun.Tools tools) {
    this.runs = runs;
    this.tools = tools;
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

  /** Refuses while the engine is paused: nothing sets off then. */
  void requireEngineOn() {
    if (tools.condition().isPaused()) {
      throw new OperationRefused.EnginePaused();
    }
  }

  /** Refuses while the node stops: it could not say what became of it. */
  void requireNodeAtWork() {
    if (tools.condition().isStopping()) {
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

  /** Where a process waits for a node, if there is none for it at once. */
  static Queued queued(Caller caller, WorkflowDefinition workflow) {
    return new Queued(
        workflow.target().name().toLowerCase(Locale.ROOT),
        caller.kind() == Caller.Kind.PERSON ? Queued.INTERACTIVE : Queued.BACKGROUND);
  }

  /**
   * Makes room on this node for a process that would run, and makes it this node's.
   *
   * @return null if it does not run now, or there is no room, so that it waits for a node
   */
  @Nullable
  Run enter(Advance advance, Queued queued) {
    if (advance.status() != ProcessStatus.RUNNING) {
      return null;
    }
    Run run = runs.enter(advance.processId(), queued).orElse(null);
    if (run != null) {
      advance.isOwnedBy(run.incarnation().nodeId());
    }
    return run;
  }

  /**
   * Commits a change, and then runs the process here, if there is a run and it does not wait or is not finished.
   *
   * @return whether the process was what the change says
   * @throws DatabaseUnavailable if that is not known after some seconds
   */
  boolean setOff(Change change, @Nullable Run run, Advance advance) {
    Committer.Result result = tools
        .commits()
        .committer()
        .commit(change, PATIENCE, settled -> settled(settled, run, advance));
    return result instanceof Committer.Result.Committed;
  }

  /** Runs the process here, if there is a run, its change is committed and it does not wait or is not finished. */
  void settled(Committer.Result result, @Nullable Run run, Advance advance) {
    if (run == null) {
      return;
    }
    if (result instanceof Committer.Result.Committed && advance.status() == ProcessStatus.RUNNING) {
      advance.isCommitted();
      runs.begin(run, () -> new ProcessRun(run, advance, tools).run());
    } else {
      runs.leave(run);
    }
  }

  /** Asks a form. */
  static FormOutcome<State> asked(
      WorkflowDefinition workflow, Forms.Asked<State> form, List<ObjectNode> pages) {
    try {
      return workflow.forms().replay(form, pages);
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (Exception e) {
      throw new OperationRefused.FormFailed(workflow.name(), e);
    }
  }
}
