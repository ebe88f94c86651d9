package io.orchestrator4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {

  @TempDir
  private Path folder;

  @Test
  void rowsSurviveClosingAndStarting() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(folder)) {
      execute(postgres, "create table kept as select 42 as answer");
    }

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(text(postgres, "select answer from kept")).isEqualTo("42");
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
