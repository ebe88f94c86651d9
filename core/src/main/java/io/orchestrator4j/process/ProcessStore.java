package io.orchestrator4j.process;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.StepFailure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The rows of processes and their journals: the SQL that changes them, and that reads one of them.
 * Every change says what the process must have been before, and reports whether it was.
 */
public final class ProcessStore {

  private final Database database;

  public ProcessStore(Database database) {
    this.database = database;
  }

  /** Writes a new process and the first lines of its journal in one commit. */
  public void insert(ProcessInstance process, List<StepRecord> records) {
    database.with(handle -> {
      var statement = handle.createUpdate("""
          with started as (
            insert into ${schema}.processes (
              process_id, workflow_id, is_task, last_status, last_step, assignee, created_by, acting,
              started_at, last_modified_at, failed_reason, fingerprint, owner, epoch, sequence)
            values (
              :process_id, :workflow_id, :is_task, :last_status, :last_step, :assignee, :created_by, :acting,
              :started_at, :last_modified_at, :failed_reason, :fingerprint, :owner::uuid, :epoch, :sequence)
            returning process_id)
          """ + INSERT_RECORDS.replace("${process}", "started"));
      bind(statement, process);
      bind(statement, records);
      return statement.execute();
    });
  }

  /**
   * Writes a change in one commit, if the process is what the change says that it was.
   *
   * @return whether it was; if not, nothing was written
   */
  public boolean write(Checkpoint checkpoint) {
    return database.with(handle -> {
      var query = handle.createQuery(
          """
          with fenced as (
            update ${schema}.processes
            set last_status = :last_status, last_step = :last_step, assignee = :assignee, acting = :acting,
                last_modified_at = :last_modified_at, failed_reason = :failed_reason, fingerprint = :fingerprint,
                owner = :owner::uuid, epoch = :epoch, sequence = :sequence, requested = null, requested_by = null
            where process_id = :process_id
            and owner is not distinct from :known_owner::uuid
            and epoch = :known_epoch
            and sequence = :known_sequence
            and last_status = :known_status
            and requested is not distinct from :known_request
            returning process_id),
          recorded as (
          """ + INSERT_RECORDS.replace("${process}", "fenced") + ")\nselect count(*) from fenced");
      Checkpoint.Shown shown = checkpoint.shown();
      query
          .bind("process_id", checkpoint.processId().value())
          .bind("last_step", shown.lastStep())
          .bind("assignee", shown.assignee().name())
          .bind("acting", shown.acting())
          .bind("last_modified_at", shown.at())
          .bind("failed_reason", shown.failedReason())
          .bind("fingerprint", shown.fingerprint());
      bind(query, checkpoint.after());
      bindKnown(query, checkpoint.before());
      bind(query, checkpoint.records());
      return query.mapTo(Integer.class).one() == 1;
    });
  }

  /** The process of this id. */
  public Optional<ProcessInstance> find(ProcessId processId) {
    return find(processId, "");
  }

  /**
   * The process of this id after all changes that are under way: with an unknown outcome, this tells
   * what became of it.
   */
  public Optional<ProcessInstance> findSettled(ProcessId processId) {
    return find(processId, "for share of p");
  }

  private Optional<ProcessInstance> find(ProcessId processId, String lock) {
    return database.with(handle -> handle
        .createQuery("select " + ProcessRows.COLUMNS + " from " + ProcessRows.TABLES
            + " where p.process_id = :process_id " + lock)
        .bind("process_id", processId.value())
        .map((row, _) -> ProcessRows.process(row))
        .findOne());
  }

  /** The whole journal of a process, as it was when the process was read. */
  public Journal journal(ProcessInstance process) {
    return journal(process, true);
  }

  /**
   * The journal of a process to run on by, as it was when the process was read: what was changed before
   * the last snapshot is left out.
   */
  public Journal journalSinceSnapshot(ProcessInstance process) {
    return journal(process, false);
  }

  // records are only ever added, so those up to the row's number are the journal that belongs to
  // the row
  private Journal journal(ProcessInstance process, boolean whole) {
    return new Journal(database.with(handle -> handle
        .createQuery("""
            select sequence, step_id, path, name, status, attempt, created_by, started_at, completed_at, failure,
                   case when :whole or sequence > since then delta end as delta,
                   case when sequence = since then snapshot end as snapshot
            from ${schema}.process_steps,
                 (select coalesce(max(sequence), 0) as since
                  from ${schema}.process_steps
                  where process_id = :process_id
                  and sequence <= :upto
                  and snapshot is not null) as last_snapshot
            where process_id = :process_id
            and sequence <= :upto
            order by sequence
            """)
        .bind("process_id", process.processId().value())
        .bind("upto", process.fence().sequence())
        .bind("whole", whole)
        .map((row, _) -> ProcessRows.record(row))
        .list()));
  }

  /** Whether the journal has this record. */
  public boolean has(ProcessId processId, StepRecord record) {
    return database.with(handle -> handle
            .createQuery("""
            select count(*)
            from ${schema}.process_steps
            where process_id = :process_id
            and sequence = :sequence
            and step_id = :step_id
            """)
            .bind("process_id", processId.value())
            .bind("sequence", record.place().sequence())
            .bind("step_id", record.stepId())
            .mapTo(Integer.class)
            .one())
        == 1;
  }

  /**
   * Asks something of a process that a node runs.
   *
   * @return whether it was running; if not, nothing was asked
   */
  public boolean request(ProcessId processId, Request request, String by) {
    return database.with(handle -> handle
            .createUpdate("""
            update ${schema}.processes
            set requested = :requested, requested_by = :requested_by
            where process_id = :process_id
            and last_status = 'running'
            and owner is not null
            and requested is distinct from 'delete'
            """)
            .bind("process_id", processId.value())
            .bind("requested", request.text())
            .bind("requested_by", by)
            .execute())
        == 1;
  }

  /**
   * Deletes a process and its journal.
   *
   * @return whether it was what the fence says; if not, nothing was deleted
   */
  public boolean delete(ProcessId processId, Fence known) {
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
            returning process_id),
          journal as (
            delete from ${schema}.process_steps
            using gone
            where process_steps.process_id = gone.process_id)
          select count(*) from gone
          """);
      bindKnown(query, known);
      return query.bind("process_id", processId.value()).mapTo(Integer.class).one() == 1;
    });
  }

  /**
   * Writes a person's note on a process.
   *
   * @param note null takes it away
   * @return whether there is such a process
   */
  public boolean note(ProcessId processId, @Nullable String note) {
    return database.with(handle -> handle
            .createUpdate("""
            update ${schema}.processes
            set note = :note
            where process_id = :process_id
            """)
            .bind("process_id", processId.value())
            .bind("note", note)
            .execute())
        == 1;
  }

  /**
   * Makes a node the owner of every running process that another node owned.
   *
   * @param workflowIds the workflows that the node has; processes of others are left alone
   */
  public List<ProcessId> takeOver(UUID node, Collection<UUID> workflowIds, Instant now) {
    return database.with(handle -> handle
        .createQuery("""
            update ${schema}.processes
            set owner = :owner, epoch = epoch + 1, last_modified_at = :now
            where last_status = 'running'
            and owner is distinct from :owner
            and workflow_id = any(:workflow_ids)
            returning process_id
            """)
        .bind("owner", node)
        .bind("now", now)
        .bindArray("workflow_ids", UUID.class, workflowIds)
        .map((row, _) -> new ProcessId(row.getObject("process_id", UUID.class)))
        .list());
  }

  private static final String INSERT_RECORDS = """
      insert into ${schema}.process_steps (
        process_id, sequence, step_id, path, name, status, epoch, attempt, created_by, started_at, completed_at,
        delta, snapshot, failure)
      select ${process}.process_id, r.sequence, r.step_id, r.path, r.name, r.status, :epoch, r.attempt, r.created_by,
             r.started_at::timestamptz, r.completed_at::timestamptz, r.delta::json, r.snapshot::json, r.failure::json
      from ${process},
           unnest(:sequences, :step_ids, :paths, :names, :statuses, :attempts, :created_bys, :started_ats,
                  :completed_ats, :deltas, :snapshots, :failures)
           as r(sequence, step_id, path, name, status, attempt, created_by, started_at, completed_at, delta, snapshot,
                failure)
      """;

  private static void bind(SqlStatement<?> statement, ProcessInstance process) {
    ProcessInstance.Progress progress = process.progress();
    statement
        .bind("process_id", process.processId().value())
        .bind("workflow_id", process.workflow().workflowId())
        .bind("is_task", process.workflow().task())
        .bind("last_step", progress.lastStep())
        .bind("assignee", progress.assignee().name())
        .bind("acting", progress.acting())
        .bind("last_modified_at", progress.lastModifiedAt())
        .bind("failed_reason", progress.failedReason())
        .bind("created_by", process.origin().createdBy())
        .bind("started_at", process.origin().startedAt())
        .bind("fingerprint", process.fingerprint());
    bind(statement, process.fence());
  }

  private static void bind(SqlStatement<?> statement, Fence after) {
    statement
        .bind("last_status", after.status().text())
        .bind("owner", after.owner())
        .bind("epoch", after.epoch())
        .bind("sequence", after.sequence());
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

  private static void bind(SqlStatement<?> statement, List<StepRecord> records) {
    array(
        statement, "sequences", Integer.class, records, record -> record.place().sequence());
    array(statement, "step_ids", UUID.class, records, StepRecord::stepId);
    array(statement, "paths", String.class, records, record -> record.place().path());
    array(statement, "names", String.class, records, record -> record.place().name());
    array(
        statement, "statuses", String.class, records, record -> record.status().text());
    array(
        statement,
        "attempts",
        Integer.class,
        records,
        record -> record.attempt().number());
    array(
        statement,
        "created_bys",
        String.class,
        records,
        record -> record.attempt().by());
    array(
        statement,
        "started_ats",
        String.class,
        records,
        record -> record.attempt().startedAt().toString());
    array(
        statement,
        "completed_ats",
        String.class,
        records,
        record -> record.attempt().completedAt().toString());
    array(statement, "deltas", String.class, records, record -> record.delta().toText());
    array(statement, "snapshots", String.class, records, StepRecord::snapshot);
    array(statement, "failures", String.class, records, record -> failure(record.failure()));
  }

  private static <T> void array(
      SqlStatement<?> statement,
      String name,
      Class<T> type,
      List<StepRecord> records,
      Function<StepRecord, @Nullable T> column) {
    statement.bindArray(name, type, records.stream().map(column).toArray());
  }

  private static @Nullable String failure(@Nullable StepFailure failure) {
    return failure == null ? null : Json.write(Json.toTree(failure));
  }
}
