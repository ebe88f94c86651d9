package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.broken.Endless;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.unregistered.Groups;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
  void whatADatabaseOrItsFolderHasAgainstAStartIsSaid() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("data"));
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(failingStart(Empty.class, "--data-folder=" + postgres.dataFolder()))
          .startsWith("Cannot start: The data folder " + postgres.dataFolder() + " is in use")
          .contains("orchestrator.database.folder");

      assertThat(failingStart(Endless.class, on(postgres)))
          .startsWith("Cannot start: The definitions have 1 problem")
          .contains("withoutAnEnd");

      assertThat(failingStart(Empty.class, on(postgres, "--schema=verify")))
          .startsWith("Cannot start: The schema 'orchestrator' is older than this program")
          .contains("orchestrator.schema=migrate");

      assertThat(failingStart(Groups.class, on(postgres, "--schema=migrate"))).startsWith("""
              Cannot start: The catalogue in the schema 'orchestrator' is not as this program needs it:
                missing  block 'UserGroupBlock'
                missing  product 'User Group'
                missing  workflow 'modify_note'
                missing  workflow 'task_count_the_groups'
              Write the migration for it (db migrate-domain-models, db migrate-workflows)""");

      assertThat(failingStart(
              Empty.class, on(postgres, "--catalogue=sync", "--port=" + taken.getLocalPort())))
          .startsWith("Cannot start: Port %d is taken".formatted(taken.getLocalPort()));

      assertThat(failingStart(Empty.class, on(postgres, "--database-password=wrong")))
          .contains("cannot be used", "password authentication failed")
          .doesNotContain(postgres.password());
    }
  }

  private static String[] on(EmbeddedPostgres postgres, String... more) {
    List<String> options = new ArrayList<>(List.of(
        "--port=0",
        "--database-url=" + postgres.jdbcUrl(),
        "--database-user=" + postgres.user(),
        "--database-password=" + postgres.password()));
    options.removeIf(option -> Stream.of(more).anyMatch(other -> sameKey(option, other)));
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
  }

  private static boolean sameKey(String option, String other) {
    return option.split("=", 2)[0].equals(other.split("=", 2)[0]);
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
    assertThat(failingStart(Empty.class, "--schema=perhaps"))
        .startsWith("Cannot start: orchestrator.schema is \"perhaps\"")
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
