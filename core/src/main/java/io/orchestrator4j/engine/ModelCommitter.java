package io.orchestrator4j.engine;

import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.SharedCommit;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.SharedWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Commits checkpoints with what their steps did to domain models, as many in one transaction as are ready. That is
 * tried once, and nothing is found out: whoever does not get through, for whatever reason, goes alone, as does one who
 * finds nobody else under way. Thread-safe.
 */
final class ModelCommitter {

  /**
   * A checkpoint on its way.
   *
   * @param written whether it is in the database; if not, nothing is known of it
   */
  record Pending(Checkpoint checkpoint, SharedWork work, CompletableFuture<Boolean> written) {}

  private static final int LANES = 2;
  // a save costs more than a bare checkpoint, so fewer of them are worth a transaction beside
  // another one
  private static final int MANY = 8;

  private final CommitQueue<Pending> queue = new CommitQueue<>(MANY);
  private final List<ModelLane> lanes = new ArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * A committer on connections of its own.
   *
   * @param committed hears of each change that is in the database, before who waits for it does
   */
  ModelCommitter(Database database, Consumer<Change> committed) {
    SharedCommit commits = new SharedCommit(database);
    for (int i = 0; i < LANES; i++) {
      lanes.add(new ModelLane(i, queue, commits, database, committed));
    }
  }

  /** How many connections it keeps. */
  static int connections() {
    return LANES;
  }

  void start() {
    lanes.forEach(ModelLane::start);
  }

  /** Commits a checkpoint with others, or has it committed alone. */
  Committer.Result commit(
      Checkpoint checkpoint, SharedWork work, Supplier<Committer.Result> alone) {
    try {
      return underWay.getAndIncrement() > 0 && isWritten(checkpoint, work)
          ? new Committer.Result.Committed()
          : alone.get();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private boolean isWritten(Checkpoint checkpoint, SharedWork work) {
    Pending pending = new Pending(checkpoint, work, new CompletableFuture<>());
    queue.add(pending);
    if (stopped) {
      pending.written().complete(false);
    }
    return pending.written().join();
  }

  /** Lets what waits go alone. */
  void stop() {
    stopped = true;
    lanes.forEach(ModelLane::close);
    queue.drain().forEach(pending -> pending.written().complete(false));
  }
}
