package io.orchestrator4j.process;

import io.orchestrator4j.value.SnakeCase;
import java.util.Arrays;
import java.util.Optional;

/** What lists of processes can be filtered and sorted by. */
public enum ProcessField implements ListOrder {
  ASSIGNEE("assignee", "p.assignee", Kind.TEXT),
  CREATED_BY("created_by", "p.created_by", Kind.TEXT),
  FAILED_REASON("failed_reason", "p.failed_reason", Kind.TEXT),
  IS_TASK("is_task", "p.is_task", Kind.BOOLEAN),
  LAST_MODIFIED_AT("last_modified_at", "p.last_modified_at", Kind.TIME),
  LAST_STATUS("last_status", "p.last_status", Kind.TEXT),
  LAST_STEP("last_step", "p.last_step", Kind.TEXT),
  NOTE("note", "p.note", Kind.TEXT),
  PROCESS_ID("process_id", "p.process_id", Kind.UUID),
  STARTED_AT("started_at", "p.started_at", Kind.TIME),
  TARGET("target", "w.target", Kind.TEXT),
  TRACEBACK("traceback", "s.failure ->> 'stack_trace'", Kind.TEXT),
  WORKFLOW_ID("workflow_id", "w.workflow_id", Kind.UUID),
  WORKFLOW_NAME("workflow_name", "w.name", Kind.TEXT);

  enum Kind {
    TEXT,
    BOOLEAN,
    TIME,
    UUID
  }

  private final String text;
  private final String expression;
  private final Kind kind;

  ProcessField(String text, String expression, Kind kind) {
    this.text = text;
    this.expression = expression;
    this.kind = kind;
  }

  /** The field of this name, in snake or camel case. */
  public static Optional<ProcessField> named(String name) {
    return Arrays.stream(values())
        .filter(field -> SnakeCase.isOf(field.text, name))
        .findFirst();
  }

  /** The name on the wire. */
  public String text() {
    return text;
  }

  @Override
  public String sql(boolean ascending) {
    String value = switch (kind) {
      case TEXT -> "lower(" + expression + ")";
      case BOOLEAN, TIME, UUID -> expression;
    };
    return value + (ascending ? " asc" : " desc");
  }

  String expression() {
    return expression;
  }

  Kind kind() {
    return kind;
  }
}
