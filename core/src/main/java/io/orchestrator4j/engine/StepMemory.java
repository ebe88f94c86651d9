package io.orchestrator4j.engine;

import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.StepCancelled;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What steps have kept before their end, as JSON texts. A result is kept only while the process is ours, and then
 * however long the database is away: what it tells of has happened. Thread-safe.
 */
final class StepMemory {

  private final Database database;
  private final Clock clock;
  private final Patience patience;

  StepMemory(Database database, Clock clock, Patience patience) {
    this.database = database;
    this.clock = clock;
    this.patience = patience;
  }

  /** Where a result is kept. */
  record Key(ProcessId processId, String path, String name) {

    @Override
    public String toString() {
      return "what the step does once as '" + name + "'";
    }
  }

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
    return patience.until(key, () -> select(key, ours)).kept();
  }

  /**
   * Keeps a result in a commit of its own; one that is there already stays.
   *
   * @return the result
   * @throws StepCancelled as above
   */
  String keep(Key key, Fence ours, String result) {
    return patience.until(key, () -> {
      if (!insert(key, ours, result)) {
        throw lost();
      }
      return result;
    });
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
}
