package io.orchestrator4j.audit;

import io.orchestrator4j.value.Json;
import org.jdbi.v3.core.statement.SqlStatement;

/** How the row of an action becomes part of the statement that does it, so that there is never one without the other. */
public final class AuditRows {

  private AuditRows() {}

  /**
   * The part of a statement that writes the row.
   *
   * @param source what it is selected from: one row if the action was done, none if not
   */
  public static String insertFrom(String source) {
    return """
        insert into ${schema}.audit (audit_id, at, actor, actor_kind, action, process_id, subject, details)
        select :audit_id, cast(:audit_at as timestamptz), :audit_actor, :audit_actor_kind, :audit_action,
               cast(:audit_process_id as uuid), :audit_subject, cast(:audit_details as json)
        from %s
        """.formatted(source);
  }

  /** Binds what {@link #insertFrom} needs. */
  public static void bind(SqlStatement<?> statement, AuditEntry entry) {
    statement
        .bind("audit_id", entry.auditId())
        .bind("audit_at", entry.at().toString())
        .bind("audit_actor", entry.actor())
        .bind("audit_actor_kind", entry.actorKind())
        .bind("audit_action", entry.action())
        .bind("audit_process_id", entry.processId())
        .bind("audit_subject", entry.subject())
        .bind("audit_details", Json.write(entry.details()));
  }
}
