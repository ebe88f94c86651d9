package io.orchestrator4j.cli.demo;

import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The folder in which a demo lives; with its end, or the program's, all that lives there ends. */
final class DemoFolder implements AutoCloseable {

  private static final String POSTMASTER_FILE = "cluster/postmaster.pid";

  private final Path path;
  private final Thread atExit = new Thread(this::clear, "demo-end");
  private Runnable before = () -> {};
  private boolean cleared;

  private DemoFolder(Path path) {
    this.path = path;
  }

  static DemoFolder create() throws IOException {
    DemoFolder folder = new DemoFolder(Files.createTempDirectory("orchestrator4j-demo"));
    Runtime.getRuntime().addShutdownHook(folder.atExit);
    return folder;
  }

  Path path() {
    return path;
  }

  /** What keeps the server in this folder, whatever the application's own configuration says. */
  Map<String, String> settings() {
    return Map.of(
        Settings.WEB_ADDRESS.name(), "127.0.0.1",
        Settings.WEB_PORT.name(), "0",
        Settings.DATABASE_URL.name(), "",
        Settings.DATABASE_FOLDER.name(), data().toString());
  }

  /** What has to end before the folder goes. */
  synchronized void before(Runnable action) {
    before = action;
  }

  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // the program ends, and the hook with it
    }
  }

  private synchronized void clear() {
    if (!cleared) {
      cleared = true;
      before.run();
      stopSurvivor();
      delete();
    }
  }

  // a server that was killed leaves its PostgreSQL behind; who takes it over can stop it
  private void stopSurvivor() {
    if (Files.exists(data().resolve(POSTMASTER_FILE))) {
      EmbeddedPostgres.start(data()).close();
    }
  }

  private Path data() {
    return path.resolve("data");
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's folder %s cannot be deleted".formatted(path), e);
    }
  }
}
