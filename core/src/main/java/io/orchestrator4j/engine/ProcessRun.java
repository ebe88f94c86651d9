package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.Request;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.workflow.StepOutcome;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs one process on its own thread, step by step, until it waits, is finished, or is no longer ours. */
final class ProcessRun {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessRun.class);

  private final Advance advance;
  private final Committer committer;
  private final ProcessStore store;
  private final BooleanSupplier stopping;

  ProcessRun(Advance advance, Committer committer, ProcessStore store, BooleanSupplier stopping) {
    this.advance = advance;
    this.committer = committer;
    this.store = store;
    this.stopping = stopping;
  }

  void run() {
    try (MDC.MDCCloseable _ = MDC.putCloseable("process", advance.processId().toString());
        MDC.MDCCloseable _ = MDC.putCloseable("workflow", advance.workflow().name())) {
      Request asked = advance.committed().requested();
      if (asked != null) {
        obey(asked);
        return;
      }
      while (advance.status() == ProcessStatus.RUNNING && !stopping.getAsBoolean() && step()) {
        // the next step
      }
    }
  }

  /** Whether the process is still ours. */
  private boolean step() {
    Instant startedAt = advance.now();
    StepOutcome outcome = StepCalls.reach(advance.next(), advance.state(), advance.context());
    // an interrupt that the step leaves behind is its own affair: the commit must not be broken off
    // by it
    boolean interrupted = Thread.interrupted();
    if (outcome instanceof StepOutcome.Failed(var failure)) {
      if (stopping.getAsBoolean() && interrupted) {
        LOG.info(
            "{} was interrupted because this node stops; it is run again by the next",
            advance.next().step());
        return false;
      }
      LOG.warn(
          "{} failed in attempt {} and waits for a retry: {}: {}",
          advance.next().step(),
          advance.context().attempt(),
          failure.type(),
          failure.message());
    }
    advance.record(outcome, startedAt);
    return switch (commit(startedAt)) {
      case Committer.Result.Committed() -> {
        advance.isCommitted();
        yield true;
      }
      case Committer.Result.Requested(Request request) -> {
        obey(request);
        yield false;
      }
      case Committer.Result.Lost() -> {
        LOG.warn(
            "The process is no longer this node's; what its last step did is not recorded by this node");
        yield false;
      }
    };
  }

  // a result that the database refuses, such as half a surrogate pair, is the step's failure
  private Committer.Result commit(Instant startedAt) {
    try {
      return committer.commit(advance.checkpoint());
    } catch (StatementRefused e) {
      LOG.warn("{} returned something that the database refuses", advance.next().step(), e);
      advance.isRefused(e, startedAt);
      return committer.commit(advance.checkpoint());
    }
  }

  private void obey(@Nullable Request request) {
    var known = advance.committed().requesting(request);
    switch (request) {
      case ABORT -> {
        if (!(committer.commit(advance.aborted(known)) instanceof Committer.Result.Committed)) {
          LOG.warn(
              "The process changed again while it was being aborted; ask once more if it goes on");
        }
      }
      case DELETE -> store.delete(advance.processId(), known);
      case null -> {
        // nothing was asked
      }
    }
  }
}
