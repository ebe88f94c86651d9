package io.orchestrator4j.engine;

import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Delta;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessEvent;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.process.StepStatus;
import io.orchestrator4j.process.Transitions;
import io.orchestrator4j.value.NotStorable;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepAction;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.StepOutcome;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A process on its way through its steps: what the outcomes so far add to its journal, collected
 * until the next commit. Outcomes go in, checkpoints come out; it neither calls steps nor commits.
 * Confined to one thread.
 */
final class Advance {

  private final ProcessId processId;
  private final WorkflowDefinition workflow;
  private final String acting;
  private final RunningState state;
  private final Advances with;
  private final List<StepRecord> pending = new ArrayList<>();
  private Fence committed;
  private ProcessStatus status = ProcessStatus.RUNNING;
  private int position;
  private int committedPosition;
  private int attempt;
  private @Nullable StepFailure failure;
  private Shown last;

  /** The step that the row shows as the last one. */
  private record Shown(@Nullable String name, Assignee assignee) {}

  /**
   * A process at a position.
   *
   * @param committed what the database has of it; it must be running or about to
   * @param failedAttempts how often the next step was tried before
   */
  Advance(
      ProcessId processId,
      WorkflowDefinition workflow,
      String acting,
      RunningState state,
      Advances with,
      Fence committed,
      int position,
      int failedAttempts) {
    this.processId = processId;
    this.workflow = workflow;
    this.acting = acting;
    this.state = state;
    this.with = with;
    this.committed = committed;
    this.position = position;
    this.committedPosition = position;
    this.attempt = failedAttempts + 1;
    this.last = new Shown(null, Assignee.SYSTEM);
  }

  ProcessId processId() {
    return processId;
  }

  WorkflowDefinition workflow() {
    return workflow;
  }

  String acting() {
    return acting;
  }

  PlacedStep next() {
    return workflow.steps().get(position);
  }

  /** Which try of the next step comes next, from 1. */
  int attempt() {
    return attempt;
  }

  ObjectNode state() {
    return state.tree();
  }

  ProcessStatus status() {
    return status;
  }

  Instant now() {
    return with.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Records what came of the next step, and then passes all steps that need no work of their own. */
  void record(StepOutcome outcome, Instant startedAt) {
    recordOne(outcome, startedAt);
    pass();
  }

  /**
   * The same, where something is committed with the step that a form may want to see: no form is asked until it is.
   */
  void recordSaving(StepOutcome outcome, Instant startedAt) {
    recordOne(outcome, startedAt);
    while (isBeforePassing() && !(next().step().action() instanceof StepAction.Ask)) {
      passOne();
    }
  }

  /** Passes all steps that need no work of their own. */
  void pass() {
    while (isBeforePassing()) {
      passOne();
    }
  }

  /** Whether the next step needs no work of its own. */
  boolean isBeforePassing() {
    return status == ProcessStatus.RUNNING && !next().step().action().isWork();
  }

  private void passOne() {
    recordOne(with.calls().pass(next(), state.tree(), processId, acting), now());
  }

  /** All that is not committed yet, and the standing that comes with it. */
  Checkpoint checkpoint() {
    Fence after = committed.advanced(sequence(), status);
    return new Checkpoint(processId, committed, after, shown(last), pending);
  }

  /** From now on the process is a node's to run. */
  void isOwnedBy(UUID node) {
    committed = committed.ownedBy(node);
  }

  /** All that is not committed yet; without an owner, what would run waits at this status for one. */
  Checkpoint departing(ProcessStatus waiting) {
    if (status != ProcessStatus.RUNNING || committed.owner() != null) {
      return checkpoint();
    }
    return new Checkpoint(
        processId, committed, committed.queued(sequence(), waiting), shown(last), pending);
  }

  /** The checkpoint is in the database. */
  void isCommitted() {
    committed = committed.advanced(sequence(), status);
    committedPosition = position;
    pending.clear();
  }

  /** What is to be recorded instead when the database refuses what the last step returned. */
  void isRefused(Throwable reason, Instant startedAt) {
    pending.clear();
    status = ProcessStatus.RUNNING;
    position = committedPosition;
    fail(StepFailure.of(reason), startedAt);
  }

  /** What is to be committed instead when an abort was asked for: what the last step did, and the end. */
  Checkpoint aborted(Fence known) {
    List<StepRecord> records = new ArrayList<>(pending.subList(0, Math.min(1, pending.size())));
    records.add(StepRecord.aborted(known.sequence() + records.size() + 1, now()));
    Fence after = known.advanced(
        known.sequence() + records.size(),
        Transitions.require(ProcessStatus.RUNNING, ProcessEvent.ABORT));
    failure = null;
    return new Checkpoint(
        processId,
        known,
        after,
        shown(new Shown(records.getLast().place().name(), Assignee.SYSTEM)),
        records);
  }

  /** What the database has of the process. */
  Fence committed() {
    return committed;
  }

  /** The records that are not committed yet. */
  List<StepRecord> pending() {
    return pending;
  }

  private void recordOne(StepOutcome outcome, Instant startedAt) {
    switch (outcome) {
      case StepOutcome.Success(State result) -> succeed(result, startedAt);
      case StepOutcome.Suspended() -> stop(StepStatus.SUSPEND, ProcessEvent.SUSPEND, startedAt);
      case StepOutcome.Completed() -> stop(StepStatus.COMPLETE, ProcessEvent.COMPLETE, startedAt);
      case StepOutcome.Failed(StepFailure found) -> fail(found, startedAt);
    }
  }

  // what cannot be stored is the failure of the step that returned it
  private void succeed(State result, Instant startedAt) {
    Delta delta;
    try {
      delta = state.merge(result);
    } catch (NotStorable | StateTooLarge e) {
      fail(StepFailure.of(e), startedAt);
      return;
    }
    StepRecord record = StepRecord.of(place(), StepStatus.SUCCESS, attempted(startedAt), delta);
    String snapshot = state.dueSnapshot();
    add(snapshot == null ? record : record.withSnapshot(snapshot), ProcessEvent.ADVANCE);
    position++;
    attempt = 1;
  }

  private void stop(StepStatus stepStatus, ProcessEvent event, Instant startedAt) {
    add(StepRecord.of(place(), stepStatus, attempted(startedAt), Delta.none()), event);
  }

  private void fail(StepFailure found, Instant startedAt) {
    failure = found;
    add(StepRecord.failed(place(), attempted(startedAt), found), failed(found));
  }

  // only tasks are told apart; a person's process that fails is that person's affair
  private ProcessEvent failed(StepFailure found) {
    if (!workflow.isTask()) {
      return ProcessEvent.FAIL;
    }
    return switch (found.kind()) {
      case FAILED -> ProcessEvent.FAIL;
      case INCONSISTENT_DATA -> ProcessEvent.FIND_INCONSISTENT;
      case API_UNAVAILABLE -> ProcessEvent.FIND_UNAVAILABLE;
    };
  }

  private void add(StepRecord record, ProcessEvent event) {
    last = new Shown(record.place().name(), assignee(event));
    pending.add(record);
    status = Transitions.require(status, event);
  }

  private Assignee assignee(ProcessEvent event) {
    return event == ProcessEvent.FIND_INCONSISTENT
        ? Assignee.NOC
        : next().step().assignee();
  }

  private StepRecord.Place place() {
    return new StepRecord.Place(sequence() + 1, next().path(), next().step().name());
  }

  private StepRecord.Attempt attempted(Instant startedAt) {
    return new StepRecord.Attempt(attempt, acting, startedAt, now());
  }

  private int sequence() {
    return committed.sequence() + pending.size();
  }

  private Checkpoint.Shown shown(Shown step) {
    return new Checkpoint.Shown(
        step.name(),
        step.assignee(),
        acting,
        now(),
        failure == null ? null : failure.message(),
        workflow.fingerprint());
  }
}
