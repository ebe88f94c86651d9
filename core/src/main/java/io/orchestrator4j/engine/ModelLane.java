package io.orchestrator4j.engine;

import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.SharedCommit;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.OwnConnection;
import io.orchestrator4j.workflow.SharedWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread with one connection that takes what is ready of steps that changed domain models, and commits it together. */
final class ModelLane implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ModelLane.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  // in a fixed order, so that two commits that meet in the same rows never wait for each other
  private static final Comparator<ModelCommitter.Pending> ORDER =
      Comparator.comparing(pending -> pending.checkpoint().processId().value());

  private final CommitQueue<ModelCommitter.Pending> queue;
  private final SharedCommit commits;
  private final OwnConnection connection;
  private final Consumer<Change> committed;
  private final Thread thread;
  private volatile boolean closed;

  ModelLane(
      int number,
      CommitQueue<ModelCommitter.Pending> queue,
      SharedCommit commits,
      Database database,
      Consumer<Change> committed) {
    this.queue = queue;
    this.commits = commits;
    this.committed = committed;
    // whoever waits for an author's long transaction is to wait alone
    this.connection = database.ownConnection(
        PATIENCE,
        "set enable_seqscan = off",
        "set plan_cache_mode = force_generic_plan",
        "set lock_timeout = '100ms'");
    this.thread =
        Thread.ofPlatform().name("orchestrator-saves-" + number).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        List<ModelCommitter.Pending> batch = queue.take();
        try {
          commit(batch);
        } finally {
          batch.forEach(pending -> pending.written().complete(false));
          queue.done();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
    }
  }

  private void commit(List<ModelCommitter.Pending> batch) {
    List<ModelCommitter.Pending> together = apart(batch);
    try {
      Set<ProcessId> written = connection.with(open -> written(open, together));
      for (ModelCommitter.Pending pending : together) {
        if (written.contains(pending.checkpoint().processId())) {
          committed.accept(pending.checkpoint());
          pending.written().complete(true);
        }
      }
    } catch (RuntimeException e) {
      LOG.debug("A shared commit of {} steps failed; they go one by one", together.size(), e);
    }
  }

  /** Those of which no two touch the same. */
  private static List<ModelCommitter.Pending> apart(List<ModelCommitter.Pending> batch) {
    List<ModelCommitter.Pending> together = new ArrayList<>();
    Set<UUID> touched = new HashSet<>();
    for (ModelCommitter.Pending pending : batch) {
      if (Collections.disjoint(touched, pending.work().touched())) {
        touched.addAll(pending.work().touched());
        together.add(pending);
      }
    }
    together.sort(ORDER);
    return together;
  }

  private Set<ProcessId> written(Connection open, List<ModelCommitter.Pending> together)
      throws SQLException {
    List<Checkpoint> checkpoints =
        together.stream().map(ModelCommitter.Pending::checkpoint).toList();
    return Transaction.on(open, () -> {
      Set<ProcessId> written = commits.write(open, checkpoints);
      List<SharedWork> works = together.stream()
          .filter(pending -> written.contains(pending.checkpoint().processId()))
          .map(ModelCommitter.Pending::work)
          .toList();
      if (!works.isEmpty()) {
        works.getFirst().together(works.subList(1, works.size())).apply(open);
      }
      return written;
    });
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
