package io.orchestrator4j.benchmarks.node;

import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the database has of the processes of a benchmark, read past the engine. */
public record Journal(DatabaseAddress database) {

  /** When a step that waits began and ended, in microseconds since 1970. */
  public record Wait(UUID processId, long begun, long ended) {}

  /** How many steps of this name are recorded as successful in completed processes. */
  public long steps(String name) throws SQLException {
    return number("""
        select count(*)
        from orchestrator.process_steps s
        join orchestrator.processes p on p.process_id = s.process_id
        where p.last_status = 'completed'
        and s.status = 'success'
        and s.name = ?
        """, name);
  }

  /** How many steps are recorded in completed processes of a workflow, but for their start and their end. */
  public long stepsOf(String workflow) throws SQLException {
    return number("""
        select count(*)
        from orchestrator.process_steps s
        join orchestrator.processes p on p.process_id = s.process_id
        join orchestrator.workflows w on w.workflow_id = p.workflow_id
        where p.last_status = 'completed'
        and s.status = 'success'
        and s.name not in ('Start', 'Done')
        and w.name = ?
        """, workflow);
  }

  /** How many processes stand at this status. */
  public long processes(String status) throws SQLException {
    return number("select count(*) from orchestrator.processes where last_status = ?", status);
  }

  /** How many processes do not stand at this status. */
  public long processesNot(String status) throws SQLException {
    return number("select count(*) from orchestrator.processes where last_status <> ?", status);
  }

  /** How many processes each node owns, by the node's name. */
  public Map<String, Long> owned() throws SQLException {
    Map<String, Long> owned = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement("""
            select n.name, count(*) as processes
            from orchestrator.processes p
            join orchestrator.nodes n on n.node_id = p.owner
            group by n.name
            """);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        owned.put(rows.getString("name"), rows.getLong("processes"));
      }
    }
    return owned;
  }

  /** All steps that waited, of completed processes. */
  public List<Wait> waits() throws SQLException {
    List<Wait> waits = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement("""
            select s.process_id,
              (s.delta::jsonb #>> '{set,begun}')::bigint as begun,
              (s.delta::jsonb #>> '{set,ended}')::bigint as ended
            from orchestrator.process_steps s
            join orchestrator.processes p on p.process_id = s.process_id
            where p.last_status = 'completed'
            and s.name = 'Wait'
            and s.status = 'success'
            """);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        waits.add(new Wait(
            rows.getObject("process_id", UUID.class),
            rows.getLong("begun"),
            rows.getLong("ended")));
      }
    }
    return waits;
  }

  private long number(String query, String parameter) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
