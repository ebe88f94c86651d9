package io.orchestrator4j.audit;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Reads who did what. Thread-safe. */
public final class AuditTrail {

  /** How many actions are listed at most, whatever was asked for. */
  public static final int MOST = 1000;

  private final Database database;

  public AuditTrail(Database database) {
    this.database = database;
  }

  /** The latest actions on a process, in their order; it may be deleted by now. */
  public List<AuditEntry> of(UUID processId) {
    return database
        .with(handle -> handle
            .createQuery("""
                select audit_id, at, actor, actor_kind, action, process_id, subject, details
                from ${schema}.audit
                where process_id = :process_id
                order by at desc, audit_id desc
                limit :most
                """)
            .bind("process_id", processId)
            .bind("most", MOST)
            .map((row, _) -> entry(row))
            .list())
        .reversed();
  }

  /** The latest actions on anything, the last one first. */
  public List<AuditEntry> latest(int limit) {
    return database.with(handle -> handle
        .createQuery("""
            select audit_id, at, actor, actor_kind, action, process_id, subject, details
            from ${schema}.audit
            order by at desc, audit_id desc
            limit :most
            """)
        .bind("most", Math.min(limit, MOST))
        .map((row, _) -> entry(row))
        .list());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("audit_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("actor_kind"),
        row.getString("action"),
        row.getObject("process_id", UUID.class),
        row.getString("subject"),
        (ObjectNode) Json.read(row.getString("details")));
  }
}
