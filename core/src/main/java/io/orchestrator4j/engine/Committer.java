package io.orchestrator4j.engine;

import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.Request;
import io.orchestrator4j.store.DatabaseUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits checkpoints, and finds out what became of them when the answer was lost: an outcome is kept
 * until the database has taken it, or says that the process is no longer ours.
 */
final class Committer {

  /** What became of a checkpoint. */
  sealed interface Result {

    /** It is in the database. */
    record Committed() implements Result {}

    /** It is not, because something was asked of the process meanwhile. */
    record Requested(Request request) implements Result {}

    /** It never will be: the process is another's, or gone. */
    record Lost() implements Result {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final ProcessStore store;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Committer(ProcessStore store) {
    this.store = store;
  }

  /** Commits a checkpoint, however long the database is away; {@code Lost} too where the node stops meanwhile. */
  Result commit(Checkpoint checkpoint) {
    Duration wait = FIRST_WAIT;
    while (true) {
      try {
        return store.write(checkpoint) ? new Result.Committed() : readBack(checkpoint);
      } catch (DatabaseUnavailable e) {
        LOG.warn(
            "The outcome of process {} cannot be committed yet and is kept: {}",
            checkpoint.processId(),
            e.getMessage());
      }
      if (isStoppedWithin(wait)) {
        return new Result.Lost();
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
  }

  /** Gives up on checkpoints that wait for the database; recovery repeats their steps. */
  void stop() {
    stopped.countDown();
  }

  /*
   * No row was changed, which means one of three: it is there already, since the connection broke inside an
   * earlier COMMIT; something was asked of the process; or the process is lost. The lock of findSettled waits for
   * a transaction of ours that may still be under way on the server.
   */
  private Result readBack(Checkpoint checkpoint) {
    Optional<ProcessInstance> found = store.findSettled(checkpoint.processId());
    if (found.isEmpty()) {
      return new Result.Lost();
    }
    Fence now = found.get().fence();
    if (isWritten(checkpoint, now)) {
      return new Result.Committed();
    }
    Request requested = now.requested();
    boolean elseTheSame = now.requesting(null).equals(checkpoint.before().requesting(null));
    return requested != null && elseTheSame ? new Result.Requested(requested) : new Result.Lost();
  }

  private boolean isWritten(Checkpoint checkpoint, Fence now) {
    if (checkpoint.records().isEmpty()) {
      return now.equals(checkpoint.after());
    }
    return now.epoch() >= checkpoint.after().epoch()
        && store.has(checkpoint.processId(), checkpoint.records().getLast());
  }

  private boolean isStoppedWithin(Duration wait) {
    try {
      return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
