package io.orchestrator4j.benchmarks.database;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Which statements the server executes, from its own log: what a client sends as one batch counts as
 * often as it is executed. Logging costs time, so nothing else is measured meanwhile.
 */
public final class StatementTrace {

  private static final List<String> ON = List.of(
      "alter system set log_line_prefix = '" + ExecutedStatements.PREFIX + "'",
      "alter system set log_parameter_max_length = 0");
  private static final String STATEMENTS = "alter system set log_statement = 'all'";
  private static final String DURATIONS = "alter system set log_min_duration_statement = 0";
  private static final List<String> OFF = List.of(
      "alter system reset log_statement",
      "alter system reset log_min_duration_statement",
      "alter system reset log_parameter_max_length",
      "alter system reset log_line_prefix");

  private final Connection connection;
  private final Path log;

  StatementTrace(Connection connection, Path log) {
    this.connection = connection;
    this.log = log;
  }

  /** The statements that are executed in a database while this work is done. */
  public ExecutedStatements of(DatabaseAddress database, Callable<?> work) throws Exception {
    return ExecutedStatements.in(logged(STATEMENTS, work), name(database));
  }

  /** How long the statements take that are executed in a database while this work is done. */
  public StatementTimes times(DatabaseAddress database, Callable<?> work) throws Exception {
    return StatementTimes.in(logged(DURATIONS, work), name(database));
  }

  private String logged(String what, Callable<?> work) throws Exception {
    for (String change : ON) {
      execute(change);
    }
    execute(what);
    try {
      execute("select pg_reload_conf()");
      long from = Files.size(log);
      mark(from);
      work.call();
      mark(from);
      return since(from);
    } finally {
      for (String change : OFF) {
        execute(change);
      }
      execute("select pg_reload_conf()");
    }
  }

  private static String name(DatabaseAddress database) {
    return database.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
  }

  // each process of the server takes up a changed setting when it next hears from its client
  private void mark(long from) throws SQLException, IOException {
    String mark = UUID.randomUUID().toString();
    do {
      execute("select '" + mark + "'");
    } while (!since(from).contains(mark));
  }

  private String since(long from) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(log)) {
      channel.position(from);
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
