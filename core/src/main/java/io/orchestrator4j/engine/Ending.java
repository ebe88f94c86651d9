package io.orchestrator4j.engine;

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
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Ends processes before their time. What this node runs at the moment is only asked to end, and does
 * so with its next commit; all else ends at once. Whoever changes the process in between makes the
 * attempt fail, and it is tried again on what the process is then.
 */
final class Ending {

  private final ProcessStore store;
  private final Loading loading;
  private final Runs runs;
  private final Clock clock;

  Ending(ProcessStore store, Loading loading, Runs runs, Clock clock) {
    this.store = store;
    this.loading = loading;
    this.runs = runs;
    this.clock = clock;
  }

  void abort(Caller caller, ProcessId processId) {
    boolean done = false;
    while (!done) {
      ProcessInstance process = loading.process(processId);
      done = process.status().isFinished()
          || (runsHere(process)
              ? store.request(processId, Request.ABORT, caller.name())
              : store.write(abort(process)));
    }
  }

  void delete(Caller caller, ProcessId processId) {
    boolean done = false;
    while (!done) {
      ProcessInstance process = loading.process(processId);
      if (!process.workflow().task()) {
        throw new OperationRefused.NotATask(processId);
      }
      done = runsHere(process)
          ? store.request(processId, Request.DELETE, caller.name())
          : store.delete(processId, process.fence());
    }
  }

  private boolean runsHere(ProcessInstance process) {
    return process.status() == ProcessStatus.RUNNING && runs.has(process.processId());
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
