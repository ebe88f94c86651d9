package io.orchestrator4j.cli;

import io.orchestrator4j.cli.db.Asking;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs commands on one schema of a database, in this JVM, and looks what became of it. */
record DbShell(Class<?> application, EmbeddedPostgres postgres, String schema) {

  /** What a command printed, and what it told the shell. */
  record Outcome(int exitCode, String results, String complaints) {}

  Outcome run(String... words) {
    return run(typing(), words);
  }

  Outcome run(Asking asking, String... words) {
    List<String> all = new ArrayList<>(List.of("db"));
    all.addAll(List.of(words));
    all.addAll(List.of(
        "--database-schema=" + schema,
        "--database-url=" + postgres.jdbcUrl(),
        "--database-user=" + postgres.user(),
        "--database-password=" + postgres.password()));
    StringWriter results = new StringWriter();
    StringWriter complaints = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(results, true), new PrintWriter(complaints, true));
    int exitCode =
        CommandTree.of(application, asking, terminal).execute(all.toArray(String[]::new));
    return new Outcome(exitCode, results.toString(), complaints.toString());
  }

  /** Somebody who types lines. */
  static Asking typing(String... lines) {
    BufferedReader reader = new BufferedReader(new StringReader(String.join("\n", lines)));
    return terminal -> Asking.lines(reader, terminal);
  }

  /** A folder in which migrations can be written. */
  static Path project(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("src/main/java"));
    return folder;
  }

  /** The only file in a folder. */
  static String written(Path project) throws IOException {
    try (var files = Files.walk(project)) {
      return Files.readString(files.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
  }

  /** The first column of what a query gives; %s stands for the schema. */
  List<String> rows(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.replace("%s", schema))) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Executes statements; %s stands for the schema. */
  void execute(String statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements.replace("%s", schema));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }
}
