package io.orchestrator4j.engine;

import io.orchestrator4j.audit.AuditAction;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessEvent;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.Request;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.process.Transitions;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Ends processes before their time. What a node runs at the moment is only asked to end, and ends
 * with that node's next commit; all else ends at once. Whoever changes the process in between makes the
 * attempt fail, and it is tried again on what the process is then.
 */
final class Ending {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ProcessStore store;
  private final Loading loading;
  private final Committer committer;
  private final Events events;
  private final NodeCondition condition;
  private final Clock clock;

  Ending(
      ProcessStore store,
      Loading loading,
      Committer committer,
      Events events,
      NodeCondition condition,
      Clock clock) {
    this.store = store;
    this.loading = loading;
    this.committer = committer;
    this.events = events;
    this.condition = condition;
    this.clock = clock;
  }

  void abort(Caller caller, ProcessId processId) {
    boolean done = false;
    while (!done) {
      if (condition.isStopping()) {
        throw new OperationRefused.NodeStopping();
      }
      ProcessInstance process = loading.process(processId);
      done = process.status().isFinished()
          || (isRunning(process)
              ? request(process, Request.ABORT, entry(caller, AuditAction.ABORT, process))
              : committed(abort(process).by(entry(caller, AuditAction.ABORT, process))));
    }
  }

  void delete(Caller caller, ProcessId processId) {
    boolean done = false;
    while (!done) {
      if (condition.isStopping()) {
        throw new OperationRefused.NodeStopping();
      }
      ProcessInstance process = loading.process(processId);
      if (!process.workflow().task()) {
        throw new OperationRefused.NotATask(processId);
      }
      AuditEntry entry = entry(caller, AuditAction.DELETE, process);
      done = isRunning(process)
          ? request(process, Request.DELETE, entry)
          : store.delete(processId, process.fence(), entry);
      if (done) {
        events.publish(new Event.ProcessChanged(processId.value()));
        events.publish(new Event.CountsChanged());
      }
    }
  }

  private static boolean isRunning(ProcessInstance process) {
    return process.status() == ProcessStatus.RUNNING && process.fence().owner() != null;
  }

  private AuditEntry entry(Caller caller, AuditAction action, ProcessInstance process) {
    return AuditEntry.of(caller, action, clock.instant())
        .on(process.processId().value(), process.workflow().name())
        .with("status", process.status().text());
  }

  private boolean request(ProcessInstance process, Request request, AuditEntry entry) {
    boolean asked = store.request(process.processId(), request, entry);
    if (asked) {
      events.publish(new Event.RequestMade(process.processId().value()));
    }
    return asked;
  }

  private boolean committed(Checkpoint checkpoint) {
    return committer.commit(checkpoint, PATIENCE, _ -> {}) instanceof Committer.Result.Committed;
  }

  private Checkpoint abort(ProcessInstance process) {
    Fence known = process.fence();
    StepRecord end =
        StepRecord.aborted(known.sequence() + 1, clock.instant().truncatedTo(ChronoUnit.MICROS));
    Fence after = known.advanced(
        known.sequence() + 1, Transitions.require(known.status(), ProcessEvent.ABORT));
    Checkpoint.Shown shown = new Checkpoint.Shown(
        end.place().name(),
        Assignee.SYSTEM,
        process.progress().acting(),
        end.attempt().completedAt(),
        null,
        process.fingerprint());
    return new Checkpoint(process.processId(), known, after, shown, List.of(end));
  }
}
