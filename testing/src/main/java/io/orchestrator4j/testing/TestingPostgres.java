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
    private static final EmbeddedPostgres POSTGRES = start();
  }

  /** Its data source, without a pool. */
  public static DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(Shared.POSTGRES.jdbcUrl());
    source.setUser(Shared.POSTGRES.user());
    source.setPassword(Shared.POSTGRES.password());
    return source;
  }

  /** The name of a schema that no other test uses. */
  public static String freshSchema() {
    return "test_" + SCHEMAS.incrementAndGet();
  }

  private static EmbeddedPostgres start() {
    try {
      Path folder = Files.createTempDirectory("orchestrator4j-test");
      EmbeddedPostgres postgres = EmbeddedPostgres.start(
          folder.resolve("data"), EmbeddedOptions.DEFAULT.withDurable(false));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, folder)));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder for a throw-away PostgreSQL cannot be made", e);
    }
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
