package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An operating system and processor for which PostgreSQL is built.
 *
 * @param artifact how the Maven artifact of its binaries ends
 * @param archive the archive in that artifact
 */
record Platform(String artifact, String archive) {

  static Platform current() {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static Platform of(String system, String processor, boolean alpine) {
    boolean arm = switch (processor.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> false;
      case "aarch64", "arm64" -> true;
      default -> throw notSupported(system, processor);
    };
    String artifactProcessor = arm ? "arm64v8" : "amd64";
    String archiveProcessor = arm ? "arm_64" : "x86_64";
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return new Platform(
          "darwin-" + artifactProcessor, "postgres-darwin-%s.txz".formatted(archiveProcessor));
    }
    if (!name.startsWith("linux")) {
      throw notSupported(system, processor);
    }
    return alpine
        ? new Platform(
            "linux-%s-alpine".formatted(artifactProcessor),
            "postgres-linux-%s-alpine_linux.txz".formatted(archiveProcessor))
        : new Platform(
            "linux-" + artifactProcessor, "postgres-linux-%s.txz".formatted(archiveProcessor));
  }

  private static EmbeddedPostgresFailure notSupported(String system, String processor) {
    return new EmbeddedPostgresFailure(
        Code.PLATFORM_NOT_SUPPORTED,
        ("There is no embedded PostgreSQL for %s on %s, only for Linux and macOS on x86-64 and ARM64;"
                + " give the JDBC URL of a PostgreSQL of your own")
            .formatted(system, processor));
  }
}
