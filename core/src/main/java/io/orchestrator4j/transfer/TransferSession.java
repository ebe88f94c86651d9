package io.orchestrator4j.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A transaction in which values are written and read as the same texts, whatever server, database and user are set to.
 * All names of tables and columns are quoted here.
 */
final class TransferSession {

  private static final int BUFFER = 1 << 16;

  private final Connection connection;
  private final PGConnection postgres;
  private final String schema;

  private TransferSession(Connection connection, String schema) throws SQLException {
    this.connection = connection;
    this.postgres = connection.unwrap(PGConnection.class);
    this.schema = schema;
  }

  /** Prepares the transaction that is open on a connection. */
  static TransferSession in(Connection connection, String schema) throws SQLException {
    TransferSession session = new TransferSession(connection, schema);
    session.execute("set local datestyle = 'ISO, YMD'");
    session.execute("set local intervalstyle = 'postgres'");
    session.execute("set local timezone = 'UTC'");
    session.execute("set local extra_float_digits = 3");
    session.execute("set local bytea_output = 'hex'");
    // nobody else waits for this one, however long it takes
    session.execute("set local statement_timeout = 0");
    session.execute("set local idle_in_transaction_session_timeout = 0");
    return session;
  }

  StoredTables tables() throws SQLException {
    return StoredTables.read(connection, schema);
  }

  void execute(String statement) throws SQLException {
    try (Statement open = connection.createStatement()) {
      open.execute(statement);
    }
  }

  /** The first column of the first row. */
  String text(String query) throws SQLException {
    try (Statement open = connection.createStatement();
        ResultSet row = open.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Whether a table has rows. */
  boolean hasRows(String table) throws SQLException {
    return text("select exists (select from %s)".formatted(name(table))).equals("t");
  }

  /** A table's or sequence's name with that of the schema. */
  String name(String table) throws SQLException {
    return postgres.escapeIdentifier(schema) + "." + postgres.escapeIdentifier(table);
  }

  /** Several of them, as a list. */
  String names(Collection<String> tables) throws SQLException {
    StringBuilder names = new StringBuilder();
    for (String table : tables) {
      names.append(names.isEmpty() ? "" : ", ").append(name(table));
    }
    return names.toString();
  }

  private String columns(List<String> columns) throws SQLException {
    StringBuilder names = new StringBuilder();
    for (String column : columns) {
      names.append(names.isEmpty() ? "" : ", ").append(postgres.escapeIdentifier(column));
    }
    return names.toString();
  }

  /** Writes all rows; returns how many. */
  long copyOut(String table, List<String> columns, OutputStream out)
      throws SQLException, IOException {
    return postgres
        .getCopyAPI()
        .copyOut(
            "copy %s (%s) to stdout (format text, encoding 'UTF8')"
                .formatted(name(table), columns(columns)),
            out);
  }

  /** Reads rows; returns how many. */
  long copyIn(ExportedTable table, InputStream in) throws SQLException, IOException {
    return postgres
        .getCopyAPI()
        .copyIn(
            "copy %s (%s) from stdin (format text, encoding 'UTF8')"
                .formatted(name(table.name()), columns(table.columns())),
            in,
            BUFFER);
  }

  ExportedSequence sequence(String sequence) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select last_value, is_called from " + name(sequence))) {
      row.next();
      return new ExportedSequence(sequence, row.getLong("last_value"), row.getBoolean("is_called"));
    }
  }

  void setSequence(ExportedSequence sequence) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
      statement.setString(1, name(sequence.name()));
      statement.setLong(2, sequence.lastValue());
      statement.setBoolean(3, sequence.called());
      statement.execute();
    }
  }
}
