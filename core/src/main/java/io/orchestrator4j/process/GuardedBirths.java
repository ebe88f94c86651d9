package io.orchestrator4j.process;

import io.orchestrator4j.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Births under a condition, each in a transaction of its own: one process for a key, or none while another process of
 * the workflow is not finished. What would break a condition waits until it is decided, and nothing is stored of it.
 */
public final class GuardedBirths {

  private static final String UNCOMPLETED = """
      select count(*)
      from ${schema}.processes
      where last_status in (%s)
      and workflow_id = :workflow_id
      """.formatted(ProcessStatus.unfinished());

  private final Database database;
  private final SharedCommit commits;

  public GuardedBirths(Database database) {
    this.database = database;
    this.commits = new SharedCommit(database);
  }

  /**
   * Under what a start is to happen once.
   *
   * @param bodyHash tells whether a later start under the key is the same
   */
  public record Key(String caller, String workflow, String text, String bodyHash) {}

  /** What became of a birth. */
  public sealed interface Outcome {

    /** The process is in the database. */
    record Born() implements Outcome {}

    /** An earlier start under the key, with the same body, is. */
    record BornBefore(ProcessId processId) implements Outcome {}

    /** The key belongs to a start with another body. */
    record KeyReused() implements Outcome {}

    /** So many processes of the workflow are not finished. */
    record Uncompleted(long count) implements Outcome {}
  }

  /** What an earlier start under a key came to; empty if there was none. */
  public Optional<Outcome> known(Key key) {
    return database.with(handle -> known(handle, key));
  }

  /** How many processes of a workflow are not finished, at this moment. */
  public long uncompleted(UUID workflowId) {
    return database.with(handle -> uncompleted(handle, workflowId));
  }

  /**
   * Writes a new process if nothing is against it.
   *
   * @param key null if any number may be born
   * @param alone whether no other process of the workflow may be unfinished
   */
  public Outcome write(Birth birth, @Nullable Key key, boolean alone) {
    return database.inTransaction(handle -> {
      Optional<Outcome> against = alone ? against(handle, birth, key) : Optional.empty();
      if (against.isEmpty() && key != null) {
        against = take(handle, key, birth);
      }
      if (against.isPresent()) {
        return against.get();
      }
      commits.write(handle.getConnection(), List.of(birth));
      return new Outcome.Born();
    });
  }

  // the key is looked up under the lock: who repeats a start must not be told of its own process
  private static Optional<Outcome> against(Handle handle, Birth birth, @Nullable Key key) {
    UUID workflowId = birth.process().workflow().workflowId();
    lock(handle, workflowId);
    Optional<Outcome> known = key == null ? Optional.empty() : known(handle, key);
    if (known.isPresent()) {
      return known;
    }
    long count = uncompleted(handle, workflowId);
    return count == 0 ? Optional.empty() : Optional.of(new Outcome.Uncompleted(count));
  }

  private static void lock(Handle handle, UUID workflowId) {
    handle.createUpdate("""
            insert into ${schema}.start_guards (workflow_id)
            values (:workflow_id)
            on conflict do nothing
            """).bind("workflow_id", workflowId).execute();
    handle.createQuery("""
            select workflow_id
            from ${schema}.start_guards
            where workflow_id = :workflow_id
            for update
            """).bind("workflow_id", workflowId).mapTo(UUID.class).one();
  }

  // waits for whoever takes the same key at this moment
  private static Optional<Outcome> take(Handle handle, Key key, Birth birth) {
    int taken = handle
        .createUpdate("""
            insert into ${schema}.start_keys (caller, workflow, start_key, body_hash, process_id, created_at)
            values (:caller, :workflow, :start_key, :body_hash, :process_id, :created_at)
            on conflict do nothing
            """)
        .bind("caller", key.caller())
        .bind("workflow", key.workflow())
        .bind("start_key", key.text())
        .bind("body_hash", key.bodyHash())
        .bind("process_id", birth.processId().value())
        .bind("created_at", birth.process().origin().startedAt())
        .execute();
    return taken == 1 ? Optional.empty() : known(handle, key);
  }

  private static Optional<Outcome> known(Handle handle, Key key) {
    return handle
        .createQuery("""
            select process_id, body_hash
            from ${schema}.start_keys
            where caller = :caller
            and workflow = :workflow
            and start_key = :start_key
            """)
        .bind("caller", key.caller())
        .bind("workflow", key.workflow())
        .bind("start_key", key.text())
        .<Outcome>map((row, _) -> row.getString("body_hash").equals(key.bodyHash())
            ? new Outcome.BornBefore(new ProcessId(row.getObject("process_id", UUID.class)))
            : new Outcome.KeyReused())
        .findOne();
  }

  private static long uncompleted(Handle handle, UUID workflowId) {
    return handle
        .createQuery(UNCOMPLETED)
        .bind("workflow_id", workflowId)
        .mapTo(Long.class)
        .one();
  }
}
