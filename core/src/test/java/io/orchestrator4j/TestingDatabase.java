package io.orchestrator4j;

import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Schemas of their own in one real PostgreSQL that all tests of a JVM share. */
public final class TestingDatabase {

  /** Names a jar with other binaries, so that the same tests run on another version. */
  private static final String BINARIES = "testing.postgres.binaries";

  /** How a JVM that a test starts reaches the PostgreSQL of the test. */
  private static final String URL = "testing.jdbc.url";

  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private TestingDatabase() {}

  private static final class Shared {
    private static final DataSource SOURCE =
        System.getProperty(URL) == null ? dataSource(started()) : named(System.getProperty(URL));

    private static EmbeddedPostgres started() {
      EmbeddedPostgres postgres = startOwn();
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      return postgres;
    }
  }

  /** The data source of the shared PostgreSQL. */
  public static DataSource dataSource() {
    return Shared.SOURCE;
  }

  /** A PostgreSQL of the test's own, which may stop and start it; the test closes it. */
  public static EmbeddedPostgres startOwn() {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target", "postgres")), "data");
      EmbeddedOptions options = EmbeddedOptions.DEFAULT.withDurable(false);
      String binaries = System.getProperty(BINARIES);
      return EmbeddedPostgres.start(
          folder, binaries == null ? options : options.withBinaries(Path.of(binaries)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A data source without a pool. */
  public static DataSource dataSource(EmbeddedPostgres postgres) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl());
    source.setUser(postgres.user());
    source.setPassword(postgres.password());
    return source;
  }

  /** What a JVM that a test starts needs to reach the shared PostgreSQL. */
  public static List<String> jvmArguments() {
    PGSimpleDataSource source = (PGSimpleDataSource) dataSource();
    return List.of("-D" + URL + "=" + source.getURL() + "&user=" + source.getUser() + "&password="
        + source.getPassword());
  }

  private static DataSource named(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  /** The name of a schema that nobody else uses. */
  public static String freshSchema() {
    return "test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
  }

  /** How many rows a table has. */
  public static int count(String schema, String table) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + schema + "." + table)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Executes statements behind everybody's back. */
  public static void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
