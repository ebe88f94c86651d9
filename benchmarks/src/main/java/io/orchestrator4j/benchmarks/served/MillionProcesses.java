package io.orchestrator4j.benchmarks.served;

import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A great many processes, made by SQL: one started each second until now, one in a hundred failed,
 * one in a hundred suspended, the rest completed.
 */
public final class MillionProcesses {

  private static final String PROCESSES = """
      insert into orchestrator.processes (process_id, workflow_id, is_task, last_status, last_step,
        assignee, created_by, acting, started_at, last_modified_at, failed_reason, fingerprint,
        epoch, sequence)
      select gen_random_uuid(), w.workflow_id, w.is_task,
        case n % 100 when 0 then 'failed' when 50 then 'suspended' else 'completed' end,
        case n % 100 when 0 then 'Write' when 50 then 'Write' else 'Done' end,
        'SYSTEM', 'benchmark', 'benchmark',
        ?::timestamptz - n * interval '1 second', ?::timestamptz - n * interval '1 second',
        case n % 100 when 0 then 'The other system is away' end,
        'made up', 1, 1
      from generate_series(1, ?) as n
      cross join orchestrator.workflows w
      where w.name = ?
      """;

  private MillionProcesses() {}

  /** Makes so many processes of a workflow in the schema of a server; the last one started before this time. */
  public static void make(DatabaseAddress database, String workflow, int count, Instant until)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(PROCESSES);
        Statement statement = connection.createStatement()) {
      OffsetDateTime time = until.atOffset(ZoneOffset.UTC);
      insert.setObject(1, time);
      insert.setObject(2, time);
      insert.setInt(3, count);
      insert.setString(4, workflow);
      int made = insert.executeUpdate();
      if (made != count) {
        throw new IllegalStateException(
            "%d processes of %s were made; expected %d".formatted(made, workflow, count));
      }
      statement.execute("vacuum (analyze) orchestrator.processes");
    }
  }
}
