package io.orchestrator4j.chaos.check;

import io.orchestrator4j.chaos.check.Evidence.EffectRow;
import io.orchestrator4j.chaos.check.Evidence.ProcessRow;
import io.orchestrator4j.chaos.check.Evidence.StepRow;
import io.orchestrator4j.chaos.ledger.Call;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads evidence: from the tables of the engine in one snapshot, and then what there is of subscriptions. */
public final class EvidenceReader {

  private final Connection connection;
  private final SoldReader sold;

  /**
   * One that reads from here.
   *
   * @param sold reads what there is of subscriptions, when nothing changes them any more
   */
  public EvidenceReader(Connection connection, SoldReader sold) {
    this.connection = connection;
    this.sold = sold;
  }

  /** Everything, at one moment. */
  public Evidence read(List<Expectation> expectations, List<Call> calls, Set<Long> livePids)
      throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      return new Evidence(
          expectations,
          processes(),
          steps(),
          effects(),
          calls,
          counters(),
          live(livePids),
          sold.read());
    } finally {
      connection.rollback();
    }
  }

  private List<ProcessRow> processes() throws SQLException {
    return rows(
        """
        select p.process_id, p.is_task, p.last_status, p.failed_reason, p.owner, p.sequence,
               (s.delta -> 'set' ->> 'number')::integer as number
        from orchestrator.processes p
        left join orchestrator.process_steps s on s.process_id = p.process_id and s.sequence = 1
        """,
        row -> new ProcessRow(
            row.getObject("process_id", UUID.class),
            integer(row, "number"),
            row.getBoolean("is_task"),
            row.getString("last_status"),
            row.getString("failed_reason"),
            row.getObject("owner", UUID.class),
            row.getInt("sequence")));
  }

  private List<StepRow> steps() throws SQLException {
    return rows(
        """
        select process_id, sequence, path, status, epoch, (delta -> 'set' ->> 'count')::integer as count
        from orchestrator.process_steps
        """,
        row -> new StepRow(
            row.getObject("process_id", UUID.class),
            row.getInt("sequence"),
            row.getString("path"),
            row.getString("status"),
            row.getLong("epoch"),
            integer(row, "count")));
  }

  private List<EffectRow> effects() throws SQLException {
    return rows(
        "select process_id, path from effects",
        row -> new EffectRow(row.getObject("process_id", UUID.class), row.getString("path")));
  }

  private Map<String, Long> counters() throws SQLException {
    Map<String, Long> counted = new HashMap<>();
    rows(
            """
            select is_task, status, sum(change) as sum
            from orchestrator.process_counts
            group by is_task, status
            """,
            row -> Map.entry(
                (row.getBoolean("is_task") ? "task " : "workflow ") + row.getString("status"),
                row.getLong("sum")))
        .forEach(entry -> counted.put(entry.getKey(), entry.getValue()));
    return counted;
  }

  private Set<UUID> live(Set<Long> pids) throws SQLException {
    Set<UUID> live = new HashSet<>();
    rows(
            "select node_id, pid from orchestrator.nodes",
            row -> Map.entry(row.getObject("node_id", UUID.class), row.getLong("pid")))
        .forEach(entry -> {
          if (pids.contains(entry.getValue())) {
            live.add(entry.getKey());
          }
        });
    return live;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Row<T> make) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> made = new ArrayList<>();
      while (rows.next()) {
        made.add(make.of(rows));
      }
      return made;
    }
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
