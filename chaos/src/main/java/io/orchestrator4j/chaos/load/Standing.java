package io.orchestrator4j.chaos.load;

import io.orchestrator4j.chaos.counter.Counter;
import io.orchestrator4j.chaos.database.ChaosDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a process stands, as the database says past all nodes and proxies.
 *
 * @param subscription the one that it is linked to
 */
record Standing(
    String status,
    @Nullable String reason,
    boolean owned,
    @Nullable UUID subscription) {

  static Map<UUID, Standing> all(ChaosDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("""
            select p.process_id, p.last_status, p.failed_reason, p.owner is not null, l.subscription_id
            from orchestrator.processes p
            left join orchestrator.processes_subscriptions l on l.process_id = p.process_id
            """)) {
      Map<UUID, Standing> all = new HashMap<>();
      while (rows.next()) {
        all.put(
            rows.getObject(1, UUID.class),
            new Standing(
                rows.getString(2),
                rows.getString(3),
                rows.getBoolean(4),
                rows.getObject(5, UUID.class)));
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

  /** The product that is sold. */
  static UUID product(ChaosDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.prepareStatement(
            "select product_id from orchestrator.products where name = ?")) {
      statement.setString(1, Counter.PRODUCT);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("the product is not registered yet");
        }
        return rows.getObject(1, UUID.class);
      }
    }
  }
}
