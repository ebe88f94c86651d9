package io.orchestrator4j.subscription;

import io.orchestrator4j.store.ColumnArrays;
import io.orchestrator4j.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement for any number of rows: where its text has <code>{rows}</code>, the rows stand as the table {@code r}.
 * Without rows it is not executed.
 */
final class RowStatement<T> {

  private final String sql;
  private final ColumnArrays<T> columns;

  RowStatement(Database database, String sql, ColumnArrays<T> columns) {
    this.sql = database.sql(sql.replace("{rows}", columns.table("r")));
    this.columns = columns;
  }

  /** Reads one row of what a statement gives back. */
  @FunctionalInterface
  interface Reader<R> {
    R read(ResultSet row) throws SQLException;
  }

  String sql() {
    return sql;
  }

  /** Binds the rows, from a parameter on; gives the number of the parameter after them. */
  int bind(PreparedStatement statement, int first, List<T> rows) throws SQLException {
    return columns.bind(statement, first, rows);
  }

  /** Executes it; gives the number of rows that it wrote. */
  int update(Connection connection, List<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      columns.bind(statement, 1, rows);
      return statement.executeUpdate();
    }
  }

  /** Executes it; gives what it gives back. */
  <R> List<R> query(Connection connection, List<T> rows, Reader<R> reader) throws SQLException {
    if (rows.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      columns.bind(statement, 1, rows);
      List<R> found = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.add(reader.read(result));
        }
      }
      return found;
    }
  }
}
