package io.orchestrator4j.engine;

import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.SharedCommit;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.workflow.CommitWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits a checkpoint in a transaction of its own, together with what the step's author wants to be in it: the fence
 * first, so that nobody's statements are executed for a process that is lost. Thread-safe.
 */
final class OwnCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OwnCommit.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Database database;
  private final SharedCommit commits;
  private final Consumer<Change> committed;
  private final CountDownLatch closed = new CountDownLatch(1);

  OwnCommit(Database database, Consumer<Change> committed) {
    this.database = database;
    this.commits = new SharedCommit(database);
    this.committed = committed;
  }

  /** An author's own statements have failed; nothing was changed. */
  static final class WorkFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WorkFailed(Exception cause) {
      super(cause);
    }

    /** What was thrown. */
    Throwable reason() {
      return getCause() == null ? this : getCause();
    }
  }

  /**
   * Commits a checkpoint and these works, however long the database is away.
   *
   * @throws WorkFailed if one of them throws; nothing was changed
   * @throws StatementRefused if the database refuses what is in the checkpoint; nothing was changed
   */
  Committer.Result commit(Checkpoint checkpoint, List<CommitWork> works) {
    Duration wait = FIRST_WAIT;
    while (true) {
      try {
        Committer.Result result = database.onConnection(open -> settled(open, checkpoint, works));
        if (result instanceof Committer.Result.Committed) {
          committed.accept(checkpoint);
        }
        return result;
      } catch (DatabaseUnavailable e) {
        LOG.warn("The outcome of a step cannot be committed yet and is kept: {}", e.getMessage());
      } catch (StatementRefused e) {
        if (!e.isTransient()) {
          throw e;
        }
      }
      if (isClosedWithin(wait)) {
        return new Committer.Result.Lost();
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
  }

  private Committer.Result settled(
      Connection connection, Checkpoint checkpoint, List<CommitWork> works) throws SQLException {
    if (written(connection, checkpoint, works)) {
      return new Committer.Result.Committed();
    }
    // it may be there already, since the connection broke inside an earlier COMMIT
    SharedCommit.Found found =
        commits.settle(connection, List.of(checkpoint)).get(checkpoint.processId());
    Committer.Result result = CommitLane.result(checkpoint, found);
    if (result == null) {
      throw new SQLException("the process was locked in between; once more", "40001");
    }
    return result;
  }

  private boolean written(Connection connection, Checkpoint checkpoint, List<CommitWork> works)
      throws SQLException {
    return Transaction.on(connection, () -> {
      if (commits.write(connection, List.of(checkpoint)).isEmpty()) {
        return false;
      }
      Connection guarded = GuardedConnection.of(connection);
      for (CommitWork work : works) {
        apply(work, guarded);
      }
      return true;
    });
  }

  private static void apply(CommitWork work, Connection guarded) throws SQLException {
    try {
      work.apply(guarded);
    } catch (SQLException | RuntimeException e) {
      throw worthAnotherTry(e);
    }
  }

  // that the connection broke or that two were in each other's way is nobody's failure, however it
  // is wrapped
  private static SQLException worthAnotherTry(Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (DatabaseUnavailable.isConnectionLoss(sql)
              || (sql.getSQLState() != null && sql.getSQLState().startsWith("40")))) {
        return sql;
      }
    }
    throw new WorkFailed(thrown);
  }

  private boolean isClosedWithin(Duration wait) {
    try {
      return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Gives up on what waits for the database. */
  @Override
  public void close() {
    closed.countDown();
  }
}
