package io.orchestrator4j.engine;

import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessQueue;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.Request;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.StepOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs one process on its own thread, step by step, until it waits, is finished, is given back, or is no longer ours. */
final class ProcessRun {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessRun.class);

  /**
   * What a process run works with.
   *
   * @param forgotten says that this node may own processes that it does not run
   */
  record Tools(
      Commits commits,
      ProcessStore store,
      ProcessQueue queue,
      NodeCondition condition,
      StepTools steps,
      StepCalls calls,
      Runnable forgotten) {}

  private final Run run;
  private final Advance advance;
  private final Tools tools;

  // what is to be committed with the step that has ended last
  private Alongside alongside = Alongside.NOTHING;

  ProcessRun(Run run, Advance advance, Tools tools) {
    this.run = run;
    this.advance = advance;
    this.tools = tools;
  }

  void run() {
    try (MDC.MDCCloseable _ = MDC.putCloseable("process", advance.processId().toString());
        MDC.MDCCloseable _ = MDC.putCloseable("workflow", advance.workflow().name())) {
      Request asked = advance.committed().requested();
      if (asked != null) {
        obey(asked);
        return;
      }
      while (advance.status() == ProcessStatus.RUNNING && mayGoOn() && step()) {
        // the next step
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error(
          "The process cannot go on here and is given back; after three such times it is stopped",
          e);
      giveBack(ProcessQueue.GivenBack.BROKEN);
    }
  }

  private boolean mayGoOn() throws InterruptedException {
    if (!run.incarnation().lease().isValid() && !run.incarnation().lease().awaitValid()) {
      LOG.warn("The process is another node's, since this one was taken for dead");
      return false;
    }
    if (!tools.condition().goesOn()) {
      giveBack(ProcessQueue.GivenBack.BETWEEN_STEPS);
      return false;
    }
    return true;
  }

  /** Whether the process is still ours to go on with. */
  private boolean step() {
    Instant startedAt = advance.now();
    if (advance.isBeforePassing()) {
      advance.pass();
      return committed(startedAt);
    }
    StepAttempt attempt = new StepAttempt(run, advance, tools.steps());
    StepCalls.Called called = call(attempt);
    Run.Interruption interruption = run.interruption();
    if (attempt.isLost()) {
      return lost();
    }
    return switch (called) {
      case StepCalls.Called.Threw(StepFailure failure, boolean withoutDatabase) -> {
        if (interruption != null) {
          yield brokenOff(interruption, failure, startedAt);
        }
        boolean again = withoutDatabase && advance.next().step().repeatable();
        yield again ? waitedForDatabase(failure) : failed(failure, startedAt);
      }
      case StepCalls.Called.Returned returned -> {
        if (interruption == Run.Interruption.TIMED_OUT) {
          LOG.warn(
              "{} ended well, but after its timeout; it counts as done",
              advance.next().step());
        }
        yield ended(tools.calls().end(returned, attempt.works()), startedAt);
      }
    };
  }

  private boolean ended(StepCalls.Ended ended, Instant startedAt) {
    if (ended.outcome() instanceof StepOutcome.Failed(StepFailure failure)) {
      return failed(failure, startedAt);
    }
    if (ended.alongside().works().isEmpty()) {
      advance.record(ended.outcome(), startedAt);
    } else {
      advance.recordSaving(ended.outcome(), startedAt);
    }
    // a result that cannot be stored has made a failure of it
    alongside =
        advance.pending().getFirst().failure() == null ? ended.alongside() : Alongside.NOTHING;
    return committed(startedAt);
  }

  private StepCalls.Called call(StepAttempt attempt) {
    PlacedStep next = advance.next();
    run.beginStep();
    try (StepDeadlines.Deadline _ = tools.steps().deadlines().watch(run, next.step())) {
      return tools.calls().call(next, advance.state(), new StepContext(attempt), advance.acting());
    } finally {
      run.endStep();
      attempt.end();
    }
  }

  private boolean failed(StepFailure failure, Instant startedAt) {
    LOG.warn(
        "{} failed in attempt {} and waits for a retry: {}: {}",
        advance.next().step(),
        advance.attempt(),
        failure.type(),
        failure.message());
    advance.record(new StepOutcome.Failed(failure), startedAt);
    return committed(startedAt);
  }

  /** That our database was away in the middle of a step is nobody's failure: it is run again. */
  private boolean waitedForDatabase(StepFailure failure) {
    LOG.warn(
        "{} could not reach the database and is run again: {}",
        advance.next().step(),
        failure.message());
    tools.calls().pause();
    return true;
  }

  /** A step that the node interrupted is nobody's failure: it is run again, here or elsewhere. */
  private boolean brokenOff(Run.Interruption interruption, StepFailure failure, Instant startedAt) {
    LOG.info("{} was interrupted: {}", advance.next().step(), interruption);
    return switch (interruption) {
      case TIMED_OUT -> failed(StepFailure.timedOut(advance.next().step(), failure), startedAt);
      case NODE_STOPS -> {
        giveBack(ProcessQueue.GivenBack.INTERRUPTED);
        yield false;
      }
      case LEASE_ENDED -> {
        if (advance.next().step().repeatable()) {
          yield true;
        }
        advance.record(
            new StepOutcome.Failed(StepFailure.outcomeUnknown(advance.next().step())), startedAt);
        yield committed(startedAt);
      }
    };
  }

  private boolean committed(Instant startedAt) {
    return switch (commit(startedAt)) {
      case Committer.Result.Committed() -> {
        advance.isCommitted();
        run.clear();
        alongside = Alongside.NOTHING;
        yield true;
      }
      case Committer.Result.Requested(Request request) -> {
        obey(request);
        yield false;
      }
      case Committer.Result.Lost() -> lost();
    };
  }

  private static boolean lost() {
    LOG.warn(
        "The process is no longer this node's; what its last step did is not recorded by this node");
    return false;
  }

  // a result that the database refuses, such as half a surrogate pair, is the step's failure, and
  // so is what an author's
  // own statements throw
  private Committer.Result commit(Instant startedAt) {
    try {
      return commit(advance.checkpoint());
    } catch (StatementRefused | OwnCommit.WorkFailed e) {
      isRefused(e, startedAt);
      return commit(advance.checkpoint());
    }
  }

  private Committer.Result commit(Checkpoint checkpoint) {
    return tools.commits().commit(checkpoint, alongside);
  }

  private void isRefused(RuntimeException e, Instant startedAt) {
    Throwable reason = e instanceof OwnCommit.WorkFailed failed ? failed.reason() : e;
    alongside = Alongside.NOTHING;
    advance.isRefused(reason, startedAt);
    LOG.warn("What {} wants to be committed was refused", advance.next().step(), reason);
  }

  private void giveBack(ProcessQueue.GivenBack way) {
    try {
      if (!tools.queue().release(advance.processId(), advance.committed(), way)) {
        obey(asked());
      }
    } catch (DatabaseUnavailable | StatementRefused e) {
      LOG.warn(
          "The process could not be given back; this node looks for it when it runs processes again: {}",
          e.getMessage());
      tools.forgotten().run();
    }
  }

  /** What was asked of the process since its last commit; null if nothing was, or it is not ours any more. */
  private @Nullable Request asked() {
    Fence committed = advance.committed();
    return tools
        .store()
        .find(advance.processId())
        .map(ProcessInstance::fence)
        .filter(now -> now.requesting(null).equals(committed.requesting(null)))
        .map(Fence::requested)
        .orElse(null);
  }

  private void obey(@Nullable Request request) {
    var known = advance.committed().requesting(request);
    switch (request) {
      case ABORT -> {
        if (!(aborted(known) instanceof Committer.Result.Committed)) {
          LOG.warn(
              "The process changed again while it was being aborted; ask once more if it goes on");
        }
      }
      case DELETE -> tools.store().delete(advance.processId(), known, null);
      case null -> {
        // nothing was asked
      }
    }
  }

  private Committer.Result aborted(Fence known) {
    try {
      return commit(advance.aborted(known));
    } catch (OwnCommit.WorkFailed e) {
      isRefused(e, advance.now());
      return commit(advance.aborted(known));
    }
  }
}
