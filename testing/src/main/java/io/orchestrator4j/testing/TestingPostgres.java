package io.orchestrator4j.testing;

import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One real PostgreSQL that all tests of a JVM share, started when it is first asked for and thrown
 * away with the JVM. It is faster than a durable one, and loses its data with the power.
 */
public final class TestingPostgres {

  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private TestingPostgres() {}

  private static final class Shared {
    private static final Path FOLDER = folder();
    private static final EmbeddedPostgres POSTGRES = start(FOLDER);
  }

  /** Its data source, without a pool. */
  public static DataSource dataSource() {
    EmbeddedPostgres postgres = postgres();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl());
    source.setUser(postgres.user());
    source.setPassword(postgres.password());
    return source;
  }

  /** The name of a schema that no other test uses. */
  public static String freshSchema() {
    return "test_" + SCHEMAS.incrementAndGet();
  }

  static EmbeddedPostgres postgres() {
    return Shared.POSTGRES;
  }

  /** A folder for the files of nodes on it, which goes with it. */
  static Path nodes() {
    return Shared.FOLDER.resolve("nodes");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("orchestrator4j-test");
    } catch (IOException e) {
      throw new UncheckedIOException("The folder for a throw-away PostgreSQL cannot be made", e);
    }
  }

  private static EmbeddedPostgres start(Path folder) {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(folder.resolve("data"), EmbeddedOptions.DEFAULT.withDurable(false));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, folder)));
    return postgres;
  }

  private static void end(EmbeddedPostgres postgres, Path folder) {
    postgres.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of a throw-away PostgreSQL is left behind: " + folder, e);
    }
  }
}
