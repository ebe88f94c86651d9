package io.orchestrator4j.chaos.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What happened when in a run: in a file, and on the terminal. Thread-safe. */
public final class Timeline implements AutoCloseable {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final long began = System.nanoTime();
  private final PrintWriter file;

  /** A timeline in a file of this folder. */
  public Timeline(Path folder) throws IOException {
    this.file = new PrintWriter(Files.newBufferedWriter(folder.resolve("timeline.log")), true);
  }

  /** Something has happened. */
  public synchronized void note(String what) {
    double seconds = (System.nanoTime() - began) / 1e9;
    String line = String.format(Locale.ROOT, "%7.3f s  %s", seconds, what);
    // the wall clock finds the place in the logs of the nodes
    file.println(CLOCK.format(Instant.now()) + line);
    IO.println(line);
  }

  @Override
  public void close() {
    file.close();
  }
}
