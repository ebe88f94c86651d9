package io.orchestrator4j.benchmarks.database;

import io.orchestrator4j.benchmarks.measure.Meter;
import io.orchestrator4j.benchmarks.measure.ProcessStat;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of one run: a fresh one in a temporary folder, or one that is there already. Each
 * contestant gets a database of its own in it. Used by one thread.
 */
public final class BenchmarkServer implements AutoCloseable {

  private static final String PREFIX = "orchestrator4j_benchmark_";
  private static final List<String> SHOWN = List.of(
      "server_version",
      "fsync",
      "synchronous_commit",
      "full_page_writes",
      "wal_sync_method",
      "shared_buffers",
      "max_wal_size",
      "max_connections");

  private final DatabaseAddress address;
  private final Connection connection;
  private final @Nullable EmbeddedPostgres embedded;
  private final @Nullable Path folder;
  private final List<String> databases = new ArrayList<>();

  private BenchmarkServer(
      DatabaseAddress address, @Nullable EmbeddedPostgres embedded, @Nullable Path folder)
      throws SQLException {
    this.address = address;
    this.connection = address.connect();
    this.embedded = embedded;
    this.folder = folder;
  }

  /** A durable PostgreSQL on an empty folder, which goes with it. */
  public static BenchmarkServer fresh() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("orchestrator4j-benchmark");
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("data"));
    // a run that is broken off must not leave it behind
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      postgres.close();
      delete(folder);
    }));
    DatabaseAddress address =
        new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
    return new BenchmarkServer(address, postgres, folder);
  }

  /** A PostgreSQL on this machine whose user may make databases. */
  public static BenchmarkServer at(DatabaseAddress address) throws SQLException {
    return new BenchmarkServer(address, null, null);
  }

  /** An empty database, in the place of what an earlier run may have left under this name. */
  public DatabaseAddress database(String name) throws SQLException {
    String full = PREFIX + name;
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + full + " with (force)");
      statement.execute("create database " + full);
    }
    databases.add(full);
    return address.named(full);
  }

  /** What it runs by, as it says itself. */
  public Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String name : SHOWN) {
      settings.put(name, text("show " + name));
    }
    settings.put("embedded", Boolean.toString(embedded != null));
    return settings;
  }

  /** Measures what work on this server costs. */
  public Meter meter() throws SQLException {
    return new Meter(this::counters, postmaster());
  }

  /** Writes out what is dirty, so that no contestant pays for what another one left. */
  public void checkpoint() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  /** Which statements it executes; null where its log cannot be read. */
  public @Nullable StatementTrace trace() {
    return embedded == null
        ? null
        : new StatementTrace(connection, embedded.dataFolder().resolve("postgres.log"));
  }

  // the snapshot's end grows with each transaction that writes; other counters lag up to seconds
  // behind
  private Meter.Counters.Reading counters() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("""
            select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as transactions,
              pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal
            """)) {
      row.next();
      return new Meter.Counters.Reading(row.getLong("transactions"), row.getLong("wal"));
    } catch (SQLException e) {
      throw new IllegalStateException("The counters of PostgreSQL cannot be read", e);
    }
  }

  private long postmaster() throws SQLException {
    long backend = Long.parseLong(text("select pg_backend_pid()"));
    ProcessStat found = ProcessStat.of(backend).orElse(null);
    if (found == null || !found.command().startsWith("postgres")) {
      throw new IllegalStateException(
          "No process %d of PostgreSQL is seen on this machine; expected the server at %s to run here, on Linux, so that its processor time can be read"
              .formatted(backend, address.url()));
    }
    return found.parent();
  }

  private String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    if (embedded == null || folder == null) {
      dropDatabases();
      connection.close();
      return;
    }
    connection.close();
    embedded.close();
    delete(folder);
  }

  private void dropDatabases() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String database : databases) {
        statement.execute("drop database if exists " + database + " with (force)");
      }
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the benchmark cannot be deleted", e);
    }
  }
}
