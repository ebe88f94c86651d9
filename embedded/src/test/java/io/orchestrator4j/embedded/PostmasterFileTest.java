package io.orchestrator4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostmasterFileTest {

  @TempDir
  private Path cluster;

  @Test
  void aZombieServesNobody() throws IOException {
    assumeThat(Path.of("/proc/self/stat")).exists();
    // the shell becomes a program that never asks how its child has ended
    Process parent = new ProcessBuilder("sh", "-c", "sh -c 'echo $$' & exec cat")
        .directory(cluster.toFile())
        .start();
    try {
      long child = Long.parseLong(parent.inputReader().readLine());
      assertThat(Await.until(() -> isZombie(child), java.time.Duration.ofSeconds(10)))
          .isTrue();

      assertThat(new PostmasterFile(cluster, child, 1).isServing()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aHalfWrittenFileNamesNobody() throws IOException {
    Files.writeString(cluster.resolve("postmaster.pid"), "4711\n/data\n");

    assertThat(PostmasterFile.in(cluster)).isEmpty();
  }

  private static boolean isZombie(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z ");
    } catch (IOException _) {
      return false;
    }
  }
}
