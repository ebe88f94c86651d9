package io.orchestrator4j.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded PostgreSQL is to be run.
 *
 * @param port the TCP port on 127.0.0.1; 0 takes a free one
 * @param durable whether a commit survives a power failure; without it PostgreSQL is faster, and good for tests only
 * @param binaries a jar of {@code io.zonky.test.postgres} whose PostgreSQL is run; null for the one on the class path
 */
public record EmbeddedOptions(
    int port, boolean durable, @Nullable Path binaries) {

  /** A free port, durable, the PostgreSQL on the class path. */
  public static final EmbeddedOptions DEFAULT = new EmbeddedOptions(0, true, null);

  public EmbeddedOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "The port is %d; expected 1 to 65535, or 0 for a free one".formatted(port));
    }
  }

  public EmbeddedOptions withPort(int newPort) {
    return new EmbeddedOptions(newPort, durable, binaries);
  }

  public EmbeddedOptions withDurable(boolean newDurable) {
    return new EmbeddedOptions(port, newDurable, binaries);
  }

  public EmbeddedOptions withBinaries(Path jar) {
    return new EmbeddedOptions(port, durable, jar);
  }
}
