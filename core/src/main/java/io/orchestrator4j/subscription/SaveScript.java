package io.orchestrator4j.subscription;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that go to the database together, in one round trip, with what they are expected to do. It finds out
 * nothing: where something is not as expected, the transaction is to be rolled back, and each save to be executed by
 * itself.
 */
final class SaveScript {

  private static final int ANY_NUMBER = -1;

  private record Part<T>(RowStatement<T> statement, List<T> rows, int expected) {

    int bind(PreparedStatement script, int first) throws SQLException {
      return statement.bind(script, first, rows);
    }
  }

  private final List<Part<?>> parts = new ArrayList<>();

  /** A statement that is to write as many rows as it is given, or give them back. */
  <T> void add(RowStatement<T> statement, List<T> rows) {
    add(statement, rows, rows.size());
  }

  /** A statement that may write any number of rows. */
  <T> void addAnyNumber(RowStatement<T> statement, List<T> rows) {
    add(statement, rows, ANY_NUMBER);
  }

  /** A query that is to find nothing. */
  <T> void addNothing(RowStatement<T> statement, List<T> rows) {
    add(statement, rows, 0);
  }

  private <T> void add(RowStatement<T> statement, List<T> rows, int expected) {
    if (!rows.isEmpty()) {
      parts.add(new Part<>(statement, rows, expected));
    }
  }

  /**
   * Executes them all.
   *
   * @throws SQLException if one is refused, or did something else than expected
   */
  void execute(Connection connection) throws SQLException {
    if (parts.isEmpty()) {
      return;
    }
    List<String> texts = parts.stream().map(part -> part.statement().sql()).toList();
    try (PreparedStatement script = connection.prepareStatement(String.join(";\n", texts))) {
      int parameter = 1;
      for (Part<?> part : parts) {
        parameter = part.bind(script, parameter);
      }
      boolean rows = script.execute();
      for (Part<?> part : parts) {
        int count = rows ? count(script) : script.getUpdateCount();
        if (part.expected() != ANY_NUMBER && part.expected() != count) {
          throw new SQLException(
              "%d rows instead of %d: %s"
                  .formatted(count, part.expected(), part.statement().sql()),
              "40001");
        }
        rows = script.getMoreResults();
      }
    }
  }

  private static int count(PreparedStatement script) throws SQLException {
    int count = 0;
    try (ResultSet rows = script.getResultSet()) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }
}
