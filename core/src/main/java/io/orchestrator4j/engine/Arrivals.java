package io.orchestrator4j.engine;

import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.Journal;
import io.orchestrator4j.process.ProcessEvent;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessQueue;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.process.Transitions;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.StepFailure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets processes go on that this node has taken: from their last committed step, unless that would do harm. What must
 * not go on is stopped with the reason where an operator looks for it.
 */
final class Arrivals {

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final int MOST_LOST_NODES = 3;

  // the record of a definition that no longer fits, which is no step of the workflow
  private static final String DEFINITION_PATH = "(definition)";

  private final Runs runs;
  private final ProcessRun.Tools tools;
  private final ProcessStore store;
  private final Loading loading;
  private final Advances advances;
  private final AtomicInteger suspects = new AtomicInteger();

  private final Runnable suspectCleared;

  /**
   * No arrivals yet.
   *
   * @param suspectCleared called when this node may try another suspect
   */
  Arrivals(
      Runs runs,
      ProcessRun.Tools tools,
      ProcessStore store,
      Loading loading,
      Advances advances,
      Runnable suspectCleared) {
    this.suspectCleared = suspectCleared;
    this.runs = runs;
    this.tools = tools;
    this.store = store;
    this.loading = loading;
    this.advances = advances;
  }

  /** Runs what was claimed, each with a permit that was taken for it. */
  void begin(List<ProcessQueue.Claimed> claimed, String permitQueue) {
    if (claimed.isEmpty()) {
      return;
    }
    List<Run> entered = claimed.stream()
        .map(each -> runs.entered(each.process().processId(), permitQueue))
        .toList();
    List<Journal> journals;
    try {
      journals = store.journalsSinceSnapshot(
          claimed.stream().map(ProcessQueue.Claimed::process).toList());
    } catch (RuntimeException e) {
      entered.forEach(runs::leave);
      throw e;
    }
    for (int i = 0; i < claimed.size(); i++) {
      Run run = entered.get(i);
      ProcessQueue.Claimed each = claimed.get(i);
      Journal journal = journals.get(i);
      if (each.suspect()) {
        suspects.incrementAndGet();
        run.isSuspect(this::suspectIsCleared);
      }
      runs.begin(run, () -> runOrGiveBack(run, each, journal));
    }
  }

  /** Those that do not run here. */
  Set<ProcessId> unknown(Set<ProcessId> processIds) {
    return processIds.stream().filter(each -> !runs.has(each)).collect(Collectors.toSet());
  }

  /** Runs what this node owns and does not run: the answer that it has it was lost. */
  void adopt(List<ProcessQueue.Claimed> owned) {
    for (ProcessQueue.Claimed each : owned) {
      if (!runs.has(each.process().processId())) {
        LOG.info(
            "Going on with the process {}, of which this node did not know",
            each.process().processId());
        runs.force("");
        begin(List.of(each), "");
      }
    }
  }

  private void suspectIsCleared() {
    suspects.decrementAndGet();
    suspectCleared.run();
  }

  /** Whether a process runs here that may be what ended the nodes that ran it before. */
  boolean hasSuspect() {
    return suspects.get() > 0;
  }

  private void runOrGiveBack(Run run, ProcessQueue.Claimed claimed, Journal journal) {
    try {
      run(run, claimed, journal);
    } catch (RuntimeException e) {
      LOG.error("The process {} cannot go on here and is given back", run.processId(), e);
      boolean _ = tools
          .queue()
          .release(run.processId(), claimed.process().fence(), ProcessQueue.GivenBack.BROKEN);
    }
  }

  private void run(Run run, ProcessQueue.Claimed claimed, Journal journal) {
    ProcessInstance process = claimed.process();
    Optional<StepFailure> reason;
    try {
      Loading.Loaded loaded = loading.ready(process, journal);
      reason = harm(claimed, loaded.next());
      if (reason.isEmpty()) {
        new ProcessRun(run, advance(loaded), tools).run();
      } else {
        PlacedStep next = loaded.next();
        stop(process, next.path(), next.step().name(), loaded.failedAttempts(), reason.get());
      }
    } catch (OperationRefused.DefinitionChanged e) {
      String last = process.progress().lastStep();
      stop(process, DEFINITION_PATH, last == null ? "Start" : last, 0, StepFailure.of(e));
    }
  }

  private static Optional<StepFailure> harm(ProcessQueue.Claimed claimed, PlacedStep next) {
    if (claimed.process().fence().requested() != null) {
      return Optional.empty();
    }
    if (claimed.interrupted() && !next.step().repeatable()) {
      return Optional.of(StepFailure.outcomeUnknown(next.step()));
    }
    return claimed.lostNodes() >= MOST_LOST_NODES
        ? Optional.of(StepFailure.quarantined(next.step(), claimed.lostNodes()))
        : Optional.empty();
  }

  private Advance advance(Loading.Loaded loaded) {
    ProcessInstance process = loaded.process();
    return advances.of(loaded, process.progress().acting(), process.fence());
  }

  private void stop(
      ProcessInstance process, String path, String name, int failedAttempts, StepFailure reason) {
    LOG.error("The process {} is stopped: {}", process.processId(), reason.message());
    Instant now = advances.clock().instant().truncatedTo(ChronoUnit.MICROS);
    Fence known = process.fence();
    StepRecord record = StepRecord.failed(
        new StepRecord.Place(known.sequence() + 1, path, name),
        new StepRecord.Attempt(failedAttempts + 1, Caller.SYSTEM_NAME, now, now),
        reason);
    ProcessStatus status = Transitions.require(known.status(), ProcessEvent.FAIL);
    Checkpoint.Shown shown = new Checkpoint.Shown(
        name,
        Assignee.SYSTEM,
        process.progress().acting(),
        now,
        reason.message(),
        process.fingerprint());
    Fence after = known.advanced(known.sequence() + 1, status);
    if (!(tools
            .commits()
            .committer()
            .commit(new Checkpoint(process.processId(), known, after, shown, List.of(record)))
        instanceof Committer.Result.Committed)) {
      LOG.warn("The process {} changed before it could be stopped", process.processId());
    }
  }
}
