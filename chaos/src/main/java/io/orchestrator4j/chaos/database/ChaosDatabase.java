package io.orchestrator4j.chaos.database;

import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A durable PostgreSQL, of which a synchronous standby can be made and promoted. Faults come one at a time. */
public final class ChaosDatabase implements AutoCloseable {

  private static final int SOCKET_SECONDS = 120;
  private static final String TOO_MANY = "53300";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofMillis(100);

  private final Path folder;
  private final List<EmbeddedPostgres> past = new ArrayList<>();
  private volatile EmbeddedPostgres primary;
  private int standbys;

  private ChaosDatabase(Path folder, EmbeddedPostgres primary) {
    this.folder = folder;
    this.primary = primary;
  }

  /** Starts one on an empty folder. */
  public static ChaosDatabase start(Path folder) {
    return new ChaosDatabase(
        folder, EmbeddedPostgres.start(folder.resolve("postgres-1"), EmbeddedOptions.DEFAULT));
  }

  /** Where it is at the moment. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), primary.port());
  }

  /** The name of the database, as URLs have it. */
  public String name() {
    return primary.jdbcUrl().substring(primary.jdbcUrl().lastIndexOf('/') + 1);
  }

  /** Its only user. */
  public String user() {
    return primary.user();
  }

  /** The password of the user. */
  public String password() {
    return primary.password();
  }

  /** A connection past all proxies. */
  public Connection connect() throws SQLException {
    return connect(primary);
  }

  /** Connections past all proxies, for those who need several. */
  public HikariDataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("evidence");
    pool.setJdbcUrl(primary.jdbcUrl());
    pool.setUsername(primary.user());
    pool.setPassword(primary.password());
    pool.setMaximumPoolSize(2);
    return pool;
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", postgres.user());
    properties.setProperty("password", postgres.password());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", Integer.toString(SOCKET_SECONDS));
    return DriverManager.getConnection(postgres.jdbcUrl(), properties);
  }

  // nodes that were killed leave connections behind, and the nodes after them take the rest
  private static Connection patientlyConnected(EmbeddedPostgres postgres) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return connect(postgres);
      } catch (SQLException e) {
        if (!TOO_MANY.equals(e.getSQLState()) || Instant.now().isAfter(end)) {
          throw e;
        }
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }

  /** Stops it in order, which ends all connections, and starts it again. */
  public synchronized void restart() {
    primary.restart();
  }

  /** Ends its first process as {@code kill -9} does, and starts it again. */
  public synchronized void kill() throws IOException, InterruptedException {
    kill(primary);
    primary.startServer();
  }

  private static void kill(EmbeddedPostgres postgres) throws IOException, InterruptedException {
    Path file = postgres.dataFolder().resolve("cluster").resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle handle = ProcessHandle.of(pid)
        .orElseThrow(() -> new IOException("PostgreSQL is not running as process " + pid));
    handle.destroyForcibly();
    awaitEnd(handle);
  }

  // a process that is not our child is not waited for by the JVM but polled; it may stay a zombie
  // for good
  private static void awaitEnd(ProcessHandle handle) throws InterruptedException {
    try {
      handle.onExit().get(2, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // dead all the same
    }
  }

  /**
   * Makes a standby that every commit waits for, has the primary killed while it is under load, and promotes the
   * standby: what was acknowledged must be there.
   *
   * @param underLoad returns when the primary is to die
   */
  public synchronized void failOver(Pause underLoad)
      throws IOException, SQLException, InterruptedException {
    standbys++;
    EmbeddedPostgres old = primary;
    String slot = "standby_" + standbys;
    execute(old, "select pg_create_physical_replication_slot('%s')".formatted(slot));
    old.stopServer();
    Path copy = folder.resolve("postgres-" + (standbys + 1));
    ColdCopy.make(old.dataFolder(), copy, old.port(), slot, old.password());
    old.startServer();
    EmbeddedPostgres standby = EmbeddedPostgres.start(copy, EmbeddedOptions.DEFAULT);
    past.add(standby);
    execute(old, "alter system set synchronous_standby_names = '%s'".formatted(slot));
    execute(old, "select pg_reload_conf()");
    awaitSynchronous(old, slot);
    underLoad.await();
    kill(old);
    past.add(old);
    execute(standby, "select pg_promote(true, 60)");
    past.remove(standby);
    primary = standby;
  }

  /** Waits for something. */
  @FunctionalInterface
  public interface Pause {
    void await() throws InterruptedException;
  }

  private static void awaitSynchronous(EmbeddedPostgres postgres, String name) throws SQLException {
    // the server waits, since we must not: it looks every 50 ms, for at most a minute
    execute(postgres, """
        do $$
        begin
          for i in 1 .. 1200 loop
            perform pg_stat_clear_snapshot();
            if exists (select from pg_stat_replication where application_name = '%s' and sync_state = 'sync') then
              return;
            end if;
            perform pg_sleep(0.05);
          end loop;
          raise exception 'the standby %s does not follow';
        end $$
        """.formatted(name, name));
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = patientlyConnected(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public synchronized void close() {
    RuntimeException failure = null;
    past.add(primary);
    for (EmbeddedPostgres each : past) {
      failure = closing(each, failure);
    }
    past.clear();
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable RuntimeException closing(
      EmbeddedPostgres postgres, @Nullable RuntimeException earlier) {
    try {
      postgres.close();
      return earlier;
    } catch (RuntimeException e) {
      return earlier == null ? e : earlier;
    }
  }
}
