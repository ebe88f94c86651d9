package io.orchestrator4j.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The few statements that the embedded PostgreSQL needs itself. Each is given up after two seconds without answer. */
record Sql(int port, Password password) {

  private static final int SECONDS = 2;
  private static final String EXISTS_ALREADY = "42P04";

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, URLEncoder.encode(database, UTF_8));
  }

  String setting(String name) throws SQLException {
    try (Connection connection = connect(SECONDS);
        var statement = connection.prepareStatement("select current_setting(?)")) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /** Makes an empty database, unless there is one of that name. */
  void createDatabase(String name) throws SQLException {
    // copying the template may take long on a busy disk, so no limit once connected
    try (Connection connection = connect(0);
        var statement = connection.createStatement()) {
      if (!exists(connection, name)) {
        // not Statement.enquoteIdentifier, which refuses names that PostgreSQL allows
        statement.execute("create database \"%s\"".formatted(name.replace("\"", "\"\"")));
      }
    } catch (SQLException failure) {
      if (!EXISTS_ALREADY.equals(failure.getSQLState())) {
        throw failure;
      }
    }
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    try (var statement = connection.prepareStatement("select from pg_database where datname = ?")) {
      statement.setString(1, database);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Connection connect(int readSeconds) throws SQLException {
    // as properties and not in the URL, which ends up in messages
    var properties = new Properties();
    properties.setProperty("user", EmbeddedPostgres.USER);
    properties.setProperty("password", password.secret());
    properties.setProperty("connectTimeout", Integer.toString(SECONDS));
    properties.setProperty("loginTimeout", Integer.toString(SECONDS));
    properties.setProperty("socketTimeout", Integer.toString(readSeconds));
    return DriverManager.getConnection(url(port, "postgres"), properties);
  }
}
