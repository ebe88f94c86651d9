package io.orchestrator4j.engine;

import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.workflow.StepCancelled;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What steps have kept before their end, as JSON texts. A result is kept only while the process is ours, and then
 * however long the database is away: what it tells of has happened. Thread-safe.
 */
final class StepMemory implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StepMemory.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Database database;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  StepMemory(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Where a result is kept. */
  record Key(ProcessId processId, String path, String name) {}

  private record Found(@Nullable String result) {

    Optional<String> kept() {
      return Optional.ofNullable(result);
    }
  }

  /**
   * What was kept under a key, for a process that is ours.
   *
   * @throws StepCancelled if it is no longer, or this node stops before the database is there
   */
  Optional<String> find(Key key, Fence ours) {
    return persistently(key, () -> select(key, ours)).kept();
  }

  /**
   * Keeps a result in a commit of its own; one that is there already stays.
   *
   * @return the result
   * @throws StepCancelled as above
   */
  String keep(Key key, Fence ours, String result) {
    return persistently(key, () -> {
      if (!insert(key, ours, result)) {
        throw lost();
      }
      return result;
    });
  }

  private <T> T persistently(Key key, Supplier<T> work) {
    Duration wait = FIRST_WAIT;
    while (true) {
      try {
        return work.get();
      } catch (DatabaseUnavailable e) {
        LOG.warn("The step waits with what it does once as '{}': {}", key.name(), e.getMessage());
      }
      awaitOrGiveUp(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
  }

  private Found select(Key key, Fence ours) {
    return database
        .with(handle -> handle
            .createQuery("""
                select r.result
                from ${schema}.processes p
                left join ${schema}.step_results r
                on r.process_id = p.process_id
                and r.path = :path
                and r.result_key = :result_key
                where p.process_id = :process_id
                and p.owner = :owner
                and p.epoch = :epoch
                """)
            .bind("process_id", key.processId().value())
            .bind("owner", ours.owner())
            .bind("epoch", ours.epoch())
            .bind("path", key.path())
            .bind("result_key", key.name())
            .map((row, _) -> new Found(row.getString("result")))
            .findOne())
        .orElseThrow(StepMemory::lost);
  }

  private static StepCancelled lost() {
    return new StepCancelled(StepCancelled.Reason.LOST);
  }

  // the lock holds off whoever would take the process over until the result is there for them
  private boolean insert(Key key, Fence ours, String result) {
    return database.with(handle -> handle
        .createQuery("""
            with ours as (
              select process_id
              from ${schema}.processes
              where process_id = :process_id
              and owner = :owner
              and epoch = :epoch
              for share),
            kept as (
              insert into ${schema}.step_results (process_id, path, result_key, result, created_at)
              select process_id, :path, :result_key, :result::json, :created_at
              from ours
              on conflict do nothing)
            select count(*) = 1 from ours
            """)
        .bind("process_id", key.processId().value())
        .bind("owner", ours.owner())
        .bind("epoch", ours.epoch())
        .bind("path", key.path())
        .bind("result_key", key.name())
        .bind("result", result)
        .bind("created_at", clock.instant())
        .mapTo(Boolean.class)
        .one());
  }

  private void awaitOrGiveUp(Duration wait) {
    try {
      if (!closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new StepCancelled(StepCancelled.Reason.NODE_STOPS);
  }

  /** Gives up on what waits for the database. */
  @Override
  public void close() {
    closed.countDown();
  }
}
