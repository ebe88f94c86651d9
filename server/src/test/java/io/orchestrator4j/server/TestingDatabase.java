package io.orchestrator4j.server;

import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL that all tests of a JVM share, with a schema for each. */
public final class TestingDatabase {

  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static final EmbeddedPostgres SHARED = start();

  private TestingDatabase() {}

  /** Connections to the shared PostgreSQL. */
  public static DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(SHARED.jdbcUrl());
    source.setUser(SHARED.user());
    source.setPassword(SHARED.password());
    return source;
  }

  /** The name of a schema that nobody else uses. */
  public static String freshSchema() {
    return "test_" + SCHEMAS.incrementAndGet();
  }

  /** The settings by which an application finds it, on a schema that nobody else uses. */
  public static List<String> settings() {
    return List.of(
        "orchestrator.database.url=" + SHARED.jdbcUrl(),
        "orchestrator.database.user=" + SHARED.user(),
        "orchestrator.database.password=" + SHARED.password(),
        "orchestrator.database.schema=" + freshSchema(),
        "orchestrator.schema=migrate");
  }

  private static EmbeddedPostgres start() {
    try {
      Path folder = Files.createTempDirectory("orchestrator4j-server-");
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(folder, EmbeddedOptions.DEFAULT.withDurable(false));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres postgres, Path folder) {
    postgres.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
