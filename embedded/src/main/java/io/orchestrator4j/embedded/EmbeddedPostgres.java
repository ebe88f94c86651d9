package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a data folder, started by this JVM or found running after an earlier JVM was killed.
 *
 * <p>It runs until {@link #close()}; a JVM that ends without closing leaves it running, and the next start on the
 * folder takes it over. Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  static final String USER = "orchestrator";
  private static final String DATABASE = "orchestrator";

  private final DataFolder folder;
  private final Password password;
  private final Postmaster postmaster;
  private final int port;
  private final String version;
  private boolean closed;

  private EmbeddedPostgres(
      DataFolder folder, Password password, Postmaster postmaster, int port, String version) {
    this.folder = folder;
    this.password = password;
    this.postmaster = postmaster;
    this.port = port;
    this.version = version;
  }

  public static EmbeddedPostgres start(Path dataFolder) {
    return start(dataFolder, EmbeddedOptions.DEFAULT);
  }

  public static EmbeddedPostgres start(Path dataFolder, EmbeddedOptions options) {
    return start(dataFolder, options, SystemUser.current());
  }

  static EmbeddedPostgres start(Path dataFolder, EmbeddedOptions options, SystemUser user) {
    long began = System.nanoTime();
    DataFolder folder = DataFolder.open(dataFolder);
    try {
      EmbeddedPostgres postgres = start(folder, options, user);
      LOG.info(
          "PostgreSQL {} on port {}, data in {} ({} ms)",
          postgres.version,
          postgres.port,
          folder.path(),
          Duration.ofNanos(System.nanoTime() - began).toMillis());
      return postgres;
    } catch (IOException failure) {
      unlock(folder, failure);
      throw new EmbeddedPostgresFailure(
          Code.START_FAILED,
          "PostgreSQL of %s does not start: %s".formatted(folder.path(), failure),
          failure);
    } catch (RuntimeException failure) {
      unlock(folder, failure);
      throw failure;
    }
  }

  private static EmbeddedPostgres start(DataFolder folder, EmbeddedOptions options, SystemUser user)
      throws IOException {
    Binaries binaries = Binaries.unpacked(options.binaries(), user);
    folder.requireVersion(binaries);
    folder.openTo(user);
    folder.removeLeftovers();
    folder.log().open();
    Password password = Password.of(folder);
    if (!folder.hasCluster()) {
      InitialCluster.make(folder, binaries, user, password, options.durable());
    }
    var postmaster = new Postmaster(folder, binaries, user, password, options.durable());
    int port = postmaster.startOrAdopt(options.port());
    Sql sql = new Sql(port, password);
    try {
      sql.createDatabase(DATABASE);
      String version = sql.setting("server_version");
      return new EmbeddedPostgres(folder, password, postmaster, port, version);
    } catch (SQLException failure) {
      postmaster.stop();
      throw sqlFailed("PostgreSQL of %s has started, but fails".formatted(folder.path()), failure);
    }
  }

  /** The URL of the database that every data folder has. It holds neither user nor password. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  public String jdbcUrl(String database) {
    return Sql.url(port, database);
  }

  /** The only user; it may do everything. */
  public String user() {
    return USER;
  }

  public String password() {
    return password.secret();
  }

  /** The port on 127.0.0.1; it stays the same until {@link #close()}. */
  public int port() {
    return port;
  }

  /** Such as 18.6. */
  public String version() {
    return version;
  }

  public Path dataFolder() {
    return folder.path();
  }

  /** Makes an empty database, unless there is one of that name, and returns its URL. */
  public String createDatabase(String name) {
    try {
      new Sql(port, password).createDatabase(name);
      return jdbcUrl(name);
    } catch (SQLException failure) {
      throw sqlFailed("The database %s cannot be created".formatted(name), failure);
    }
  }

  /** Stops PostgreSQL and starts it again on the same port: all connections are lost. */
  public synchronized void restart() {
    stopServer();
    startServer();
  }

  /** Stops PostgreSQL, and keeps the data folder locked; does nothing if it is stopped. */
  public synchronized void stopServer() {
    requireOpen();
    stop();
  }

  /** Starts PostgreSQL again on the same port; does nothing if it is running. */
  public synchronized void startServer() {
    requireOpen();
    try {
      postmaster.startOrAdopt(port);
    } catch (IOException failure) {
      throw new EmbeddedPostgresFailure(
          Code.START_FAILED,
          "PostgreSQL of %s does not start: %s".formatted(folder.path(), failure),
          failure);
    }
  }

  /** Stops PostgreSQL and gives the data folder free. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    stop();
    closed = true;
    try {
      folder.close();
    } catch (IOException failure) {
      LOG.warn("The lock of {} could not be removed: {}", folder.path(), failure.toString());
    }
  }

  @Override
  public String toString() {
    return "PostgreSQL %s on port %d in %s".formatted(version, port, folder.path());
  }

  private void stop() {
    try {
      postmaster.stop();
    } catch (IOException failure) {
      throw new EmbeddedPostgresFailure(
          Code.STOP_FAILED,
          "PostgreSQL of %s does not stop: %s".formatted(folder.path(), failure),
          failure);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new EmbeddedPostgresFailure(
          Code.CLOSED,
          "PostgreSQL of %s was closed; call EmbeddedPostgres.start".formatted(folder.path()));
    }
  }

  private static EmbeddedPostgresFailure sqlFailed(String what, SQLException failure) {
    return new EmbeddedPostgresFailure(
        Code.SQL_FAILED, "%s: %s".formatted(what, failure.getMessage()), failure);
  }

  private static void unlock(DataFolder folder, Exception reason) {
    try {
      folder.close();
    } catch (IOException failure) {
      reason.addSuppressed(failure);
    }
  }
}
