package io.orchestrator4j.process;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.store.ColumnArrays;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.StepFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of any number of processes in one statement: one round trip, one commit. Each process's rows are
 * written if it is what its change says that it was, and left alone if not, whatever becomes of the others.
 */
public final class SharedCommit {

  private static final ColumnArrays<Birth> BIRTHS = new ColumnArrays<Birth>()
      .uuid("process_id", birth -> birth.processId().value())
      .uuid("workflow_id", birth -> birth.process().workflow().workflowId())
      .bool("is_task", birth -> birth.process().workflow().task())
      .text("created_by", birth -> birth.process().origin().createdBy())
      .text("started_at", birth -> birth.process().origin().startedAt().toString())
      .text("queue", birth -> birth.queued().queue())
      .integer("priority", birth -> birth.queued().priority())
      .text("last_status", birth -> birth.after().status().text())
      .uuid("owner", birth -> birth.after().owner())
      .bigint("epoch", birth -> birth.after().epoch())
      .integer("sequence", birth -> birth.after().sequence())
      .bool("due", birth -> birth.after().isDue())
      .text("last_step", birth -> birth.process().progress().lastStep())
      .text("assignee", birth -> birth.process().progress().assignee().name())
      .text("acting", birth -> birth.process().progress().acting())
      .text("at", birth -> birth.process().progress().lastModifiedAt().toString())
      .text("failed_reason", birth -> birth.process().progress().failedReason())
      .text("fingerprint", birth -> birth.process().fingerprint());

  private static final ColumnArrays<Checkpoint> CHECKPOINTS = new ColumnArrays<Checkpoint>()
      .uuid("process_id", checkpoint -> checkpoint.processId().value())
      .uuid("known_owner", checkpoint -> checkpoint.before().owner())
      .bigint("known_epoch", checkpoint -> checkpoint.before().epoch())
      .integer("known_sequence", checkpoint -> checkpoint.before().sequence())
      .text("known_status", checkpoint -> checkpoint.before().status().text())
      .text("known_request", checkpoint -> text(checkpoint.before().requested()))
      .text("last_status", checkpoint -> checkpoint.after().status().text())
      .uuid("owner", checkpoint -> checkpoint.after().owner())
      .bigint("epoch", checkpoint -> checkpoint.after().epoch())
      .integer("sequence", checkpoint -> checkpoint.after().sequence())
      .bool("due", checkpoint -> checkpoint.after().isDue())
      .text("last_step", checkpoint -> checkpoint.shown().lastStep())
      .text("assignee", checkpoint -> checkpoint.shown().assignee().name())
      .text("acting", checkpoint -> checkpoint.shown().acting())
      .text("at", checkpoint -> checkpoint.shown().at().toString())
      .text("failed_reason", checkpoint -> checkpoint.shown().failedReason())
      .text("fingerprint", checkpoint -> checkpoint.shown().fingerprint());

  private record Line(ProcessId processId, long epoch, StepRecord record) {}

  private static final ColumnArrays<Line> LINES = new ColumnArrays<Line>()
      .uuid("process_id", line -> line.processId().value())
      .bigint("epoch", Line::epoch)
      .integer("sequence", line -> line.record().place().sequence())
      .uuid("step_id", line -> line.record().stepId())
      .text("path", line -> line.record().place().path())
      .text("name", line -> line.record().place().name())
      .text("status", line -> line.record().status().text())
      .integer("attempt", line -> line.record().attempt().number())
      .text("created_by", line -> line.record().attempt().by())
      .text("started_at", line -> line.record().attempt().startedAt().toString())
      .text("completed_at", line -> line.record().attempt().completedAt().toString())
      .text("delta", line -> line.record().delta().toText())
      .text("snapshot", line -> line.record().snapshot())
      .text("failure", line -> text(line.record().failure()));

  private record Act(ProcessId processId, AuditEntry entry) {}

  private static final ColumnArrays<Act> ACTS = new ColumnArrays<Act>()
      .uuid("acted_on", act -> act.processId().value())
      .uuid("audit_id", act -> act.entry().auditId())
      .text("at", act -> act.entry().at().toString())
      .text("actor", act -> act.entry().actor())
      .text("actor_kind", act -> act.entry().actorKind())
      .text("action", act -> act.entry().action())
      .uuid("process_id", act -> act.entry().processId())
      .text("subject", act -> act.entry().subject())
      .text("details", act -> Json.write(act.entry().details()));

  // where the rows go into a statement
  private static final String ROWS = "{rows}";

  private static final String BORN = """
      born as (
        insert into ${schema}.processes (
          process_id, workflow_id, is_task, created_by, started_at, queue, priority, last_status, owner, epoch,
          sequence, wake_at, last_step, assignee, acting, last_modified_at, failed_reason, fingerprint)
        select process_id, workflow_id, is_task, created_by, started_at::timestamptz, queue, priority, last_status,
               owner, epoch, sequence, case when due then now() end, last_step, assignee, acting, at::timestamptz,
               failed_reason, fingerprint
        from {rows}
        returning process_id, is_task, null::text as was, last_status as becomes)
      """;

  private static final String MOVED = """
      moved as (
        update ${schema}.processes p
        set last_status = c.last_status, owner = c.owner, epoch = c.epoch, sequence = c.sequence,
            wake_at = case when c.due then now() end, last_step = c.last_step, assignee = c.assignee,
            acting = c.acting, last_modified_at = c.at::timestamptz, failed_reason = c.failed_reason,
            fingerprint = c.fingerprint, requested = null, requested_by = null, lost_nodes = 0, interrupted = false
        from {rows}
        where p.process_id = c.process_id
        and p.owner is not distinct from c.known_owner
        and p.epoch = c.known_epoch
        and p.sequence = c.known_sequence
        and p.last_status = c.known_status
        and p.requested is not distinct from c.known_request
        returning p.process_id, p.is_task, c.known_status as was, c.last_status as becomes)
      """;

  // "is true" keeps the planner from making it a join, which it would run as a loop in a loop: it
  // knows no sizes
  private static final String RECORDED = """
      recorded as (
        insert into ${schema}.process_steps (
          process_id, sequence, step_id, path, name, status, epoch, attempt, created_by, started_at, completed_at,
          delta, snapshot, failure)
        select process_id, sequence, step_id, path, name, status, epoch, attempt, created_by,
               started_at::timestamptz, completed_at::timestamptz, delta::json, snapshot::json, failure::json
        from {rows}
        where (r.process_id in (select process_id from written)) is true)
      """;

  private static final String COUNTED = """
      counted as (
        insert into ${schema}.process_counts (commit_id, is_task, status, change)
        select ?::uuid, is_task, status, sum(one)
        from (
          select is_task, was as status, -1 as one from written where was is distinct from becomes and was is not null
          union all
          select is_task, becomes, 1 from written where was is distinct from becomes) as changes
        group by is_task, status
        having sum(one) <> 0)
      """;

  private static final String AUDITED = """
      audited as (
        insert into ${schema}.audit (audit_id, at, actor, actor_kind, action, process_id, subject, details)
        select audit_id, at::timestamptz, actor, actor_kind, action, process_id, subject, details::json
        from {rows}
        where (a.acted_on in (select process_id from written)) is true)
      """;

  private final Database database;
  private final Map<Parts, String> texts = new ConcurrentHashMap<>();

  public SharedCommit(Database database) {
    this.database = database;
  }

  /**
   * What a statement is made of: how many rows of each kind, as far as its text depends on that; what it has nothing to
   * do with is left out. A single change, which is what a lonely process commits, goes as plain values.
   */
  private record Parts(int births, int checkpoints, int lines, boolean counts, int acts) {

    private static final int MANY = ColumnArrays.FEW + 1;

    static Parts of(int births, int checkpoints, int lines, boolean counts, int acts) {
      return births + checkpoints == 1 && lines <= ColumnArrays.FEW
          ? new Parts(births, checkpoints, lines, counts, acts)
          : new Parts(many(births), many(checkpoints), many(lines), counts, many(acts));
    }

    private static int many(int rows) {
      return rows == 0 ? 0 : MANY;
    }

    private static String table(ColumnArrays<?> columns, String alias, int rows) {
      return rows == MANY ? columns.table(alias) : columns.table(alias, rows);
    }

    static <T> int bind(
        PreparedStatement statement, int first, ColumnArrays<T> columns, List<T> rows, int part)
        throws SQLException {
      if (part == 0) {
        return first;
      }
      return part == MANY
          ? columns.bind(statement, first, rows)
          : columns.bindValues(statement, first, rows);
    }

    String sql() {
      List<String> tables = new ArrayList<>();
      List<String> written = new ArrayList<>();
      if (births > 0) {
        tables.add(BORN.replace(ROWS, table(BIRTHS, "b", births)));
        written.add("select * from born");
      }
      if (checkpoints > 0) {
        tables.add(MOVED.replace(ROWS, table(CHECKPOINTS, "c", checkpoints)));
        written.add("select * from moved");
      }
      tables.add("written as (" + String.join(" union all ", written) + ")\n");
      if (lines > 0) {
        tables.add(RECORDED.replace(ROWS, table(LINES, "r", lines)));
      }
      if (counts) {
        tables.add(COUNTED);
      }
      if (acts > 0) {
        tables.add(AUDITED.replace(ROWS, table(ACTS, "a", acts)));
      }
      return "with " + String.join(", ", tables) + "select process_id from written";
    }
  }

  /**
   * Writes changes, at most one of a process.
   *
   * @return the processes whose change was written; the others were not what their change says that they were
   */
  public Set<ProcessId> write(Connection connection, List<? extends Change> changes)
      throws SQLException {
    List<Birth> births = new ArrayList<>();
    List<Checkpoint> checkpoints = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Birth birth -> births.add(birth);
        case Checkpoint checkpoint -> checkpoints.add(checkpoint);
      }
      change
          .records()
          .forEach(
              record -> lines.add(new Line(change.processId(), change.after().epoch(), record)));
    }
    boolean counts = changes.stream().anyMatch(Change::changesStatus);
    List<Act> acts = acts(checkpoints);
    Parts parts = Parts.of(births.size(), checkpoints.size(), lines.size(), counts, acts.size());
    try (PreparedStatement statement = connection.prepareStatement(
        texts.computeIfAbsent(parts, wanted -> database.sql(wanted.sql())))) {
      int next = Parts.bind(statement, 1, BIRTHS, births, parts.births());
      next = Parts.bind(statement, next, CHECKPOINTS, checkpoints, parts.checkpoints());
      next = Parts.bind(statement, next, LINES, lines, parts.lines());
      if (counts) {
        statement.setObject(next++, ProcessId.freshUuid());
      }
      Parts.bind(statement, next, ACTS, acts, parts.acts());
      return processIds(statement);
    }
  }

  // steps leave none, so that their statement has nothing to do with them
  private static List<Act> acts(List<Checkpoint> checkpoints) {
    List<Act> acts = new ArrayList<>();
    for (Checkpoint checkpoint : checkpoints) {
      AuditEntry entry = checkpoint.audit();
      if (entry != null) {
        acts.add(new Act(checkpoint.processId(), entry));
      }
    }
    return acts;
  }

  /**
   * What a process is after all changes that are under way.
   *
   * @param recorded whether the last line of the change in question is in its journal
   */
  public record Found(Fence fence, boolean recorded) {}

  /**
   * Finds out what became of changes whose outcome is unknown. The lock waits for transactions of ours that may still
   * be under way on the server.
   *
   * @return what the processes are; one that is not there is left out
   */
  public Map<ProcessId, Found> settle(Connection connection, List<? extends Change> changes)
      throws SQLException {
    Map<ProcessId, Fence> fences = fences(connection, changes);
    // only now: the journal must be read after the lock was had
    Set<ProcessId> recorded = recorded(connection, changes);
    Map<ProcessId, Found> found = new HashMap<>();
    fences.forEach(
        (processId, fence) -> found.put(processId, new Found(fence, recorded.contains(processId))));
    return found;
  }

  private Map<ProcessId, Fence> fences(Connection connection, List<? extends Change> changes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(database.sql("""
        select process_id, owner, epoch, sequence, last_status, requested
        from ${schema}.processes
        where process_id = any(?)
        order by process_id
        for share
        """))) {
      Object[] ids = changes.stream().map(change -> change.processId().value()).toArray();
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      Map<ProcessId, Fence> fences = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          fences.put(
              new ProcessId(rows.getObject("process_id", UUID.class)), ProcessRows.fence(rows));
        }
      }
      return fences;
    }
  }

  private Set<ProcessId> recorded(Connection connection, List<? extends Change> changes)
      throws SQLException {
    List<Line> last = changes.stream()
        .filter(change -> !change.records().isEmpty())
        .map(change -> new Line(
            change.processId(), change.after().epoch(), change.records().getLast()))
        .toList();
    try (PreparedStatement statement =
        connection.prepareStatement(database.sql("""
        select s.process_id
        from ${schema}.process_steps s
        join %s
        on s.process_id = r.process_id
        and s.sequence = r.sequence
        and s.step_id = r.step_id
        """.formatted(LINES.table("r"))))) {
      LINES.bind(statement, 1, last);
      return processIds(statement);
    }
  }

  private static Set<ProcessId> processIds(PreparedStatement statement) throws SQLException {
    Set<ProcessId> written = new HashSet<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        written.add(new ProcessId(rows.getObject(1, UUID.class)));
      }
    }
    return written;
  }

  private static @Nullable String text(@Nullable Request request) {
    return request == null ? null : request.text();
  }

  private static @Nullable String text(@Nullable StepFailure failure) {
    return failure == null ? null : Json.write(Json.toTree(failure));
  }
}
