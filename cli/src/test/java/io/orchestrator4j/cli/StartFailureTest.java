package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.broken.Endless;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What an operator reads when the server does not start: one message, and no stack trace. */
final class StartFailureTest {

  @SpringBootApplication
  static class Empty {}

  @TempDir
  private Path folder;

  @Test
  void aDataFolderInUseIsNamedWithItsHolder() {
    Path data = folder.resolve("data");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(failingStart(Empty.class, "--data-folder=" + postgres.dataFolder()))
          .startsWith("Cannot start: The data folder " + postgres.dataFolder() + " is in use")
          .contains("orchestrator.database.folder");

      assertThat(failingStart(
              Endless.class,
              "--port=0",
              "--database-url=" + postgres.jdbcUrl(),
              "--database-user=" + postgres.user(),
              "--database-password=" + postgres.password()))
          .contains("Cannot start: The definitions have 1 problem")
          .contains("withoutAnEnd")
          .doesNotContain(postgres.password());

      assertThat(takenPort(postgres)).contains("is taken by another program");
    }
  }

  private static String takenPort(EmbeddedPostgres postgres) {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return failingStart(
          Empty.class,
          "--port=" + taken.getLocalPort(),
          "--schema-name=other",
          "--database-url=" + postgres.jdbcUrl(),
          "--database-user=" + postgres.user(),
          "--database-password=" + postgres.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    assertThat(failingStart(
            Empty.class,
            "--database-url=jdbc:postgresql://127.0.0.1:1/x?password=rose",
            "--database-user=u"))
        .startsWith("Cannot start: The database at jdbc:postgresql://127.0.0.1:1/x cannot be used")
        .contains("Connection refused")
        .contains("orchestrator.database.url")
        .doesNotContain("rose");
  }

  @Test
  void aUrlThatIsNoneIsNamed() {
    assertThat(failingStart(Empty.class, "--database-url=postgres://h/x"))
        .startsWith("Cannot start: orchestrator.database.url is \"postgres://h/x\"")
        .contains("expected a JDBC URL");
  }

  @Test
  void aWrongSettingIsNamedWithWhatWasExpected() {
    assertThat(failingStart(Empty.class, "--schema-mode=perhaps"))
        .startsWith("Cannot start: orchestrator.schema.mode is \"perhaps\"")
        .contains("expected migrate or verify");
  }

  private static String failingStart(Class<?> application, String... options) {
    String[] words = new String[options.length + 1];
    words[0] = "run";
    System.arraycopy(options, 0, words, 1, options.length);
    PrintStream before = System.err;
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
    try {
      assertThat(new Shell(application).run(words).exitCode()).isEqualTo(1);
    } finally {
      System.setErr(before);
    }
    assertThat(complaints.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
    return complaints.toString(StandardCharsets.UTF_8);
  }
}
