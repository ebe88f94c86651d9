package io.orchestrator4j.process;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How rows of both tables become values. */
final class ProcessRows {

  /** What a process is read from: {@code p} is its row, {@code w} its workflow's. */
  static final String TABLES =
      "${schema}.processes p join ${schema}.workflows w on w.workflow_id = p.workflow_id";

  static final String COLUMNS = """
      p.process_id, p.workflow_id, w.name as workflow_name, w.target, p.is_task, p.last_status, p.last_step,
      p.assignee, p.created_by, p.acting, p.started_at, p.last_modified_at, p.failed_reason, p.note, p.fingerprint,
      p.owner, p.epoch, p.sequence, p.requested
      """;

  private ProcessRows() {}

  static ProcessInstance process(ResultSet row) throws SQLException {
    return new ProcessInstance(
        new ProcessId(row.getObject("process_id", UUID.class)),
        new ProcessInstance.WorkflowInfo(
            row.getObject("workflow_id", UUID.class),
            row.getString("workflow_name"),
            Target.valueOf(row.getString("target")),
            row.getBoolean("is_task")),
        fence(row),
        new ProcessInstance.Progress(
            row.getString("last_step"),
            Assignee.valueOf(row.getString("assignee")),
            row.getString("acting"),
            instant(row, "last_modified_at"),
            row.getString("failed_reason")),
        new ProcessInstance.Origin(
            row.getString("created_by"), instant(row, "started_at"), row.getString("note")),
        row.getString("fingerprint"));
  }

  static Fence fence(ResultSet row) throws SQLException {
    String requested = row.getString("requested");
    return new Fence(
        row.getObject("owner", UUID.class),
        row.getLong("epoch"),
        row.getInt("sequence"),
        ProcessStatus.parse(row.getString("last_status")),
        requested == null ? null : Request.parse(requested));
  }

  static StepRecord record(ResultSet row) throws SQLException {
    String delta = row.getString("delta");
    return new StepRecord(
        row.getObject("step_id", UUID.class),
        new StepRecord.Place(row.getInt("sequence"), row.getString("path"), row.getString("name")),
        StepStatus.parse(row.getString("status")),
        new StepRecord.Attempt(
            row.getInt("attempt"),
            row.getString("created_by"),
            instant(row, "started_at"),
            instant(row, "completed_at")),
        delta == null ? Delta.none() : Delta.parse(delta),
        row.getString("snapshot"),
        failure(row.getString("failure")));
  }

  private static @Nullable StepFailure failure(@Nullable String text) {
    return text == null ? null : Json.fromTree(Json.read(text), StepFailure.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
