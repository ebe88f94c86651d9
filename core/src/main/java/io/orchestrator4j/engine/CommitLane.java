package io.orchestrator4j.engine;

import io.orchestrator4j.process.Birth;
import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.Request;
import io.orchestrator4j.process.SharedCommit;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.OwnConnection;
import io.orchestrator4j.store.StatementRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread with one connection that takes what is ready to be committed, and commits it together. */
final class CommitLane implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommitLane.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  // in a fixed order, so that two commits that meet in the same rows never wait for each other
  private static final Comparator<Committer.Pending> ORDER =
      Comparator.comparing(pending -> pending.change().processId().value());

  private final CommitQueue<Committer.Pending> queue;
  private final SharedCommit commits;
  private final OwnConnection connection;
  private final Consumer<Change> committed;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  CommitLane(
      int number,
      CommitQueue<Committer.Pending> queue,
      SharedCommit commits,
      Database database,
      Consumer<Change> committed) {
    this.queue = queue;
    this.commits = commits;
    this.committed = committed;
    // the statement is planned once; on tables that were empty then, or seem so, a plan that scans
    // would stay
    this.connection = database.ownConnection(
        PATIENCE, "set enable_seqscan = off", "set plan_cache_mode = force_generic_plan");
    this.thread =
        Thread.ofPlatform().name("orchestrator-commits-" + number).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (closed.getCount() > 0) {
        List<Committer.Pending> batch = queue.take();
        try {
          commit(batch);
        } finally {
          queue.done();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
    }
  }

  private void commit(List<Committer.Pending> batch) throws InterruptedException {
    try {
      persist(batch);
    } catch (StatementRefused e) {
      if (batch.size() == 1) {
        batch.getFirst().result().completeExceptionally(e);
        return;
      }
      LOG.debug("A shared commit was refused; its members go one by one", e);
      for (Committer.Pending pending : batch) {
        commit(List.of(pending));
      }
    } catch (RuntimeException e) {
      LOG.error("A shared commit failed", e);
      batch.forEach(pending -> pending.result().completeExceptionally(e));
    }
  }

  /** Tries until it is known of each change what became of it, or the lane is closed. */
  private void persist(List<Committer.Pending> batch) throws InterruptedException {
    List<Committer.Pending> left = new ArrayList<>(batch);
    left.sort(ORDER);
    boolean inDoubt = false;
    Duration wait = FIRST_WAIT;
    while (!left.isEmpty()) {
      try {
        if (inDoubt) {
          settle(left);
        }
        write(left);
        inDoubt = true;
      } catch (DatabaseUnavailable e) {
        inDoubt = true;
        LOG.warn(
            "The outcomes of {} processes cannot be committed yet and are kept: {}",
            left.size(),
            e.getMessage());
        if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          left.forEach(pending -> pending.result().complete(new Committer.Result.Lost()));
          return;
        }
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      } catch (StatementRefused e) {
        if (!e.isTransient()) {
          throw e;
        }
      }
    }
  }

  /** Writes what is left; who was written is told and not left any more. */
  private void write(List<Committer.Pending> left) {
    left.removeIf(
        pending -> pending.abandoned().get() && tell(pending, new Committer.Result.Lost()));
    if (left.isEmpty()) {
      return;
    }
    Set<ProcessId> together = new HashSet<>();
    // at most one of a process: the second would not be what its change says
    List<Change> changes = left.stream()
        .map(Committer.Pending::change)
        .filter(change -> together.add(change.processId()))
        .<Change>map(change -> change)
        .toList();
    Set<ProcessId> written = connection.with(open -> commits.write(open, changes));
    Set<ProcessId> tried = new HashSet<>(together);
    left.removeIf(pending -> tried.remove(pending.change().processId())
        && written.contains(pending.change().processId())
        && tell(pending, new Committer.Result.Committed()));
  }

  /*
   * Not written, or nobody knows: it is there already, since the connection broke inside an earlier COMMIT; something
   * was asked of the process; the process is lost; or it is still ours and not yet there, and is tried again.
   */
  private void settle(List<Committer.Pending> left) {
    List<Change> changes = left.stream().<Change>map(Committer.Pending::change).toList();
    Map<ProcessId, SharedCommit.Found> found =
        connection.with(open -> commits.settle(open, changes));
    left.removeIf(pending -> {
      Committer.Result result =
          result(pending.change(), found.get(pending.change().processId()));
      return result != null && tell(pending, result);
    });
  }

  /** What became of a change; null if nobody has changed the process yet, so that it may be tried again. */
  static Committer.@Nullable Result result(Change change, SharedCommit.@Nullable Found found) {
    if (found == null) {
      return change instanceof Birth ? null : new Committer.Result.Lost();
    }
    return switch (change) {
      case Birth _ ->
        found.recorded() ? new Committer.Result.Committed() : new Committer.Result.Lost();
      case Checkpoint checkpoint -> result(checkpoint, found);
    };
  }

  private static Committer.@Nullable Result result(
      Checkpoint checkpoint, SharedCommit.Found found) {
    Fence now = found.fence();
    boolean written = checkpoint.records().isEmpty()
        ? now.equals(checkpoint.after())
        : found.recorded() && now.epoch() >= checkpoint.after().epoch();
    if (written) {
      return new Committer.Result.Committed();
    }
    if (now.equals(checkpoint.before())) {
      return null;
    }
    Request requested = now.requested();
    boolean elseTheSame = now.requesting(null).equals(checkpoint.before().requesting(null));
    return requested != null && elseTheSame
        ? new Committer.Result.Requested(requested)
        : new Committer.Result.Lost();
  }

  private boolean tell(Committer.Pending pending, Committer.Result result) {
    if (result instanceof Committer.Result.Committed) {
      committed.accept(pending.change());
    }
    pending.result().complete(result);
    return true;
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
