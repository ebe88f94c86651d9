package io.orchestrator4j.engine;

import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.Request;
import io.orchestrator4j.process.SharedCommit;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commits changes of processes, as many together as are ready, and finds out what became of them when an answer was
 * lost: a change is kept until the database has taken it, or says that the process is no longer ours. Alone, a change
 * goes straight through; under load, changes that come while a commit is under way share the next one. Thread-safe.
 */
final class Committer {

  /** What became of a change. */
  sealed interface Result {

    /** It is in the database. */
    record Committed() implements Result {}

    /** It is not, because something was asked of the process meanwhile. */
    record Requested(Request request) implements Result {}

    /** It never will be: the process is another's, or gone, or the node stopped before. */
    record Lost() implements Result {}
  }

  /**
   * A change on its way, and who waits for it.
   *
   * @param abandoned whether nobody waits any more, so that it need not happen if it has not
   */
  record Pending(Change change, CompletableFuture<Result> result, AtomicBoolean abandoned) {}

  // a commit keeps one processor of the database's busy: the second lane is for when there is much
  // to do
  private static final int LANES = 2;
  private static final int MANY = 16;

  private final CommitQueue<Pending> queue = new CommitQueue<>(MANY);
  private final List<CommitLane> lanes = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * A committer on connections of its own.
   *
   * @param committed hears of each change that is in the database, before who waits for it does
   */
  Committer(Database database, Consumer<Change> committed) {
    SharedCommit commits = new SharedCommit(database);
    for (int i = 0; i < LANES; i++) {
      lanes.add(new CommitLane(i, queue, commits, database, committed));
    }
  }

  /** How many connections it keeps. */
  static int connections() {
    return LANES;
  }

  void start() {
    lanes.forEach(CommitLane::start);
  }

  /**
   * Commits a change, however long the database is away.
   *
   * @throws io.orchestrator4j.store.StatementRefused if the database refuses what is in it; nothing was changed
   */
  Result commit(Change change) {
    return joined(submit(change).result());
  }

  /**
   * Commits a change for somebody who does not wait for long. Once nobody waits, it does not happen any more; unless it
   * has happened, and only the answer was lost.
   *
   * @param then hears what became of it, even if who waited has gone
   * @throws DatabaseUnavailable if that is not known after the patience
   * @throws io.orchestrator4j.store.StatementRefused if the database refuses what is in it; nothing was changed
   */
  Result commit(Change change, Duration patience, Consumer<Result> then) {
    Pending pending = submit(change);
    CompletableFuture<Result> result = pending
        .result()
        .whenComplete(
            (settled, refused) -> then.accept(refused == null ? settled : new Result.Lost()));
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      pending.abandoned().set(true);
      throw DatabaseUnavailable.of(
          new SQLTransientConnectionException("no answer within " + patience));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      pending.abandoned().set(true);
      throw DatabaseUnavailable.of(new SQLTransientConnectionException("interrupted"));
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private Pending submit(Change change) {
    Pending pending = new Pending(change, new CompletableFuture<>(), new AtomicBoolean());
    queue.add(pending);
    if (stopped) {
      pending.result().complete(new Result.Lost());
    }
    return pending;
  }

  private static Result joined(CompletableFuture<Result> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException known) {
      return known;
    }
    throw new IllegalStateException(cause);
  }

  /** Gives up on what waits for the database; what it was about is found again by who takes over. */
  void stop() {
    stopped = true;
    lanes.forEach(CommitLane::close);
    queue.drain().forEach(pending -> pending.result().complete(new Result.Lost()));
  }
}
