package io.orchestrator4j.engine;

import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessEvent;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.process.Transitions;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import io.orchestrator4j.workflow.StepFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with what other nodes left running: from the last committed step of each process. */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  // the record of a definition that no longer fits, which is no step of the workflow
  private static final String DEFINITION_PATH = "(definition)";

  private final ProcessStore store;
  private final RegisteredWorkflows workflows;
  private final Loading loading;
  private final Runs runs;
  private final Node node;
  private final Clock clock;
  private final EngineOptions options;

  Recovery(
      ProcessStore store,
      RegisteredWorkflows workflows,
      Runs runs,
      Node node,
      Clock clock,
      EngineOptions options) {
    this.store = store;
    this.workflows = workflows;
    this.loading = new Loading(store, workflows);
    this.runs = runs;
    this.node = node;
    this.clock = clock;
    this.options = options;
  }

  /** Takes over every running process whose workflow this node has; call it only while no other node runs. */
  int recover() {
    List<UUID> known = workflows.all().stream().map(workflows::idOf).toList();
    List<ProcessId> taken = store.takeOver(node.nodeId(), known, clock.instant());
    taken.forEach(processId -> runs.begin(processId, () -> load(processId)));
    if (!taken.isEmpty()) {
      LOG.info("Going on with {} processes that an earlier node left running", taken.size());
    }
    return taken.size();
  }

  private Optional<Advance> load(ProcessId processId) {
    ProcessInstance process = loading.process(processId);
    try {
      Loading.Loaded loaded = loading.ready(process);
      return Optional.of(new Advance(
          processId,
          loaded.workflow(),
          process.progress().acting(),
          RunningState.of(loaded.journal().state(), options.stateLimit()),
          clock,
          process.fence(),
          loaded.position(),
          loaded.failedAttempts()));
    } catch (OperationRefused.DefinitionChanged e) {
      stop(process, e);
      return Optional.empty();
    }
  }

  /** Stops a process whose journal no longer fits, with the reason where an operator looks for it. */
  private void stop(ProcessInstance process, OperationRefused.DefinitionChanged reason) {
    LOG.error("The process {} is stopped: {}", process.processId(), reason.getMessage());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String name =
        process.progress().lastStep() == null ? "Start" : process.progress().lastStep();
    Fence known = process.fence();
    StepRecord record = StepRecord.failed(
        new StepRecord.Place(known.sequence() + 1, DEFINITION_PATH, name),
        new StepRecord.Attempt(1, Caller.SYSTEM_NAME, now, now),
        StepFailure.of(reason));
    ProcessStatus status = Transitions.require(known.status(), ProcessEvent.FAIL);
    Checkpoint.Shown shown = new Checkpoint.Shown(
        name,
        Assignee.SYSTEM,
        process.progress().acting(),
        now,
        reason.getMessage(),
        process.fingerprint());
    Fence after = known.advanced(known.sequence() + 1, status);
    if (!store.write(new Checkpoint(process.processId(), known, after, shown, List.of(record)))) {
      LOG.warn("The process {} changed before it could be stopped", process.processId());
    }
  }
}
