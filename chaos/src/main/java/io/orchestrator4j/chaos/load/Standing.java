package io.orchestrator4j.chaos.load;

import io.orchestrator4j.chaos.database.ChaosDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a process stands, as the database says past all nodes and proxies. */
record Standing(String status, @Nullable String reason, boolean owned) {

  static Map<UUID, Standing> all(ChaosDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("""
            select process_id, last_status, failed_reason, owner is not null
            from orchestrator.processes
            """)) {
      Map<UUID, Standing> all = new HashMap<>();
      while (rows.next()) {
        all.put(
            rows.getObject(1, UUID.class),
            new Standing(rows.getString(2), rows.getString(3), rows.getBoolean(4)));
      }
      return all;
    }
  }

  static @Nullable String of(ChaosDatabase database, UUID process) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.prepareStatement(
            "select last_status from orchestrator.processes where process_id = ?")) {
      statement.setObject(1, process);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
