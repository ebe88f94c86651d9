package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as an operator starts and stops it. */
final class RunTest {

  @TempDir
  private Path folder;

  @Test
  void aServerSaysWhereItIsAndEndsWithItsDatabase() throws Exception {
    try (BeginnerProgram server = BeginnerProgram.start(folder, "run", "--port=0")) {
      server.awaitText("Ctrl-C");

      assertThat(server.said())
          .containsPattern("URL +http://127.0.0.1:\\d+")
          .contains("embedded PostgreSQL 18")
          .contains(folder.resolve(".orchestrator/data").toString())
          // its own six, and the one for notes
          .contains("7 workflows, 0 tasks")
          .contains("process start create_user_group --url http://127.0.0.1:")
          .doesNotContain("password");

      server.terminate();

      assertThat(server.awaitEnd()).isEqualTo(128 + 15);
      assertThat(BeginnerProgram.livingIn(folder)).isEmpty();
    }
  }
}
