package io.orchestrator4j.process;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.audit.AuditRows;
import io.orchestrator4j.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The rows of processes and their journals: the SQL that changes them, and that reads one of them.
 * Every change says what the process must have been before, and reports whether it was.
 */
public final class ProcessStore {

  private final Database database;
  private final SharedCommit commits;

  public ProcessStore(Database database) {
    this.database = database;
    this.commits = new SharedCommit(database);
  }

  /**
   * Writes a change in a commit of its own, if the process is what the change says that it was.
   *
   * @return whether it was; if not, nothing was written
   */
  public boolean write(Change change) {
    return !database
        .onConnection(connection -> commits.write(connection, List.of(change)))
        .isEmpty();
  }

  /** The process of this id. */
  public Optional<ProcessInstance> find(ProcessId processId) {
    return database.with(handle -> handle
        .createQuery("select " + ProcessRows.COLUMNS + " from " + ProcessRows.TABLES
            + " where p.process_id = :process_id")
        .bind("process_id", processId.value())
        .map((row, _) -> ProcessRows.process(row))
        .findOne());
  }

  /** The whole journal of a process, as it was when the process was read. */
  public Journal journal(ProcessInstance process) {
    return journals(List.of(process), true).getFirst();
  }

  /**
   * The journals of processes to run on by, as they were when the processes were read: what was changed before the
   * last snapshot is left out.
   *
   * @return in the order of the processes
   */
  public List<Journal> journalsSinceSnapshot(List<ProcessInstance> processes) {
    return journals(processes, false);
  }

  // records are only ever added, so those up to the row's number are the journal that belongs to
  // the row
  private List<Journal> journals(List<ProcessInstance> processes, boolean whole) {
    Map<ProcessId, List<StepRecord>> records = new HashMap<>();
    database.with(handle -> handle
        .createQuery("""
            select s.process_id, s.sequence, s.step_id, s.path, s.name, s.status, s.attempt, s.created_by,
                   s.started_at, s.completed_at, s.failure,
                   case when :whole or s.sequence > last_snapshot.since then s.delta end as delta,
                   case when s.sequence = last_snapshot.since then s.snapshot end as snapshot
            from unnest(:process_ids, :uptos) as wanted(process_id, upto)
            cross join lateral (
              select coalesce(max(sequence), 0) as since
              from ${schema}.process_steps
              where process_id = wanted.process_id
              and sequence <= wanted.upto
              and snapshot is not null) as last_snapshot
            join ${schema}.process_steps s
            on s.process_id = wanted.process_id
            and s.sequence <= wanted.upto
            order by s.process_id, s.sequence
            """)
        .bindArray(
            "process_ids",
            UUID.class,
            processes.stream().map(process -> process.processId().value()).toArray())
        .bindArray(
            "uptos",
            Integer.class,
            processes.stream().map(process -> process.fence().sequence()).toArray())
        .bind("whole", whole)
        .map((row, _) -> records
            .computeIfAbsent(
                new ProcessId(row.getObject("process_id", UUID.class)), _ -> new ArrayList<>())
            .add(ProcessRows.record(row)))
        .list());
    return processes.stream()
        .map(process -> new Journal(records.getOrDefault(process.processId(), List.of())))
        .toList();
  }

  /**
   * Asks something of a process that a node runs.
   *
   * @return whether it was running; if not, nothing was asked
   */
  public boolean request(ProcessId processId, Request request, AuditEntry by) {
    return database.with(handle -> {
      var query =
          handle.createQuery("""
          with asked as (
            update ${schema}.processes
            set requested = :requested, requested_by = :audit_actor
            where process_id = :process_id
            and last_status = 'running'
            and owner is not null
            and requested is distinct from 'delete'
            returning process_id),
          audited as (
          """ + AuditRows.insertFrom("asked") + ")\nselect count(*) from asked");
      AuditRows.bind(query, by);
      return query
              .bind("process_id", processId.value())
              .bind("requested", request.text())
              .mapTo(Integer.class)
              .one()
          == 1;
    });
  }

  /**
   * Deletes a process and its journal; what operators did to it stays known.
   *
   * @param by who does so; null where that was recorded when it was asked of a running process
   * @return whether it was what the fence says; if not, nothing was deleted
   */
  public boolean delete(ProcessId processId, Fence known, @Nullable AuditEntry by) {
    return database.with(handle -> {
      var query = handle.createQuery("""
          with gone as (
            delete from ${schema}.processes
            where process_id = :process_id
            and owner is not distinct from :known_owner::uuid
            and epoch = :known_epoch
            and sequence = :known_sequence
            and last_status = :known_status
            and requested is not distinct from :known_request
            returning process_id, is_task, last_status),
          journal as (
            delete from ${schema}.process_steps
            using gone
            where process_steps.process_id = gone.process_id),
          results as (
            delete from ${schema}.step_results
            using gone
            where step_results.process_id = gone.process_id),
          progress as (
            delete from ${schema}.step_progress
            using gone
            where step_progress.process_id = gone.process_id),
          counted as (
            insert into ${schema}.process_counts (commit_id, is_task, status, change)
            select :commit_id, is_task, last_status, -1
            from gone)
          """
          + (by == null ? "" : ", audited as (\n" + AuditRows.insertFrom("gone") + ")\n")
          + "select count(*) from gone");
      if (by != null) {
        AuditRows.bind(query, by);
      }
      bindKnown(query, known);
      return query
              .bind("process_id", processId.value())
              .bind("commit_id", ProcessId.freshUuid())
              .mapTo(Integer.class)
              .one()
          == 1;
    });
  }

  /**
   * Writes a person's note on a process.
   *
   * @param note null takes it away
   * @return whether there is such a process
   */
  public boolean note(ProcessId processId, @Nullable String note, AuditEntry by) {
    return database.with(handle -> {
      var query =
          handle.createQuery("""
          with noted as (
            update ${schema}.processes
            set note = :note
            where process_id = :process_id
            returning process_id),
          audited as (
          """ + AuditRows.insertFrom("noted") + ")\nselect count(*) from noted");
      AuditRows.bind(query, by);
      return query
              .bind("process_id", processId.value())
              .bind("note", note)
              .mapTo(Integer.class)
              .one()
          == 1;
    });
  }

  private static void bindKnown(SqlStatement<?> statement, Fence before) {
    Request requested = before.requested();
    statement
        .bind("known_owner", before.owner())
        .bind("known_epoch", before.epoch())
        .bind("known_sequence", before.sequence())
        .bind("known_status", before.status().text())
        .bind("known_request", requested == null ? null : requested.text());
  }
}
