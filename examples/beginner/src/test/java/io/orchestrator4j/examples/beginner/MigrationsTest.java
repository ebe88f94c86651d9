package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's migrations bring a database to what its code needs, and back. */
final class MigrationsTest {

  private static final String WITHOUT_HELP = "--catalogue=verify";

  @TempDir
  private Path folder;

  private String db(int exitCode, String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("db"));
    all.addAll(List.of(words));
    try (BeginnerProgram program = BeginnerProgram.start(folder, all.toArray(String[]::new))) {
      int ended = program.awaitEnd();
      assertThat(ended).as(program.said()).isEqualTo(exitCode);
      return program.said();
    }
  }

  @Test
  void aServerStartsWithoutWritingAnythingOnceTheyAreApplied() throws Exception {
    try (BeginnerProgram server =
        BeginnerProgram.start(folder, "run", "--port=0", "--schema=migrate", WITHOUT_HELP)) {
      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.said())
          .contains(
              "Cannot start: The catalogue in the schema 'orchestrator' is not as this program needs it",
              "missing  workflow 'create_user_group'",
              "db migrate-workflows");
    }

    assertThat(db(0, "upgrade", "heads"))
        .contains("applied  20261123_1200", "applied  20261123_1210");
    assertThat(db(0, "check"))
        .contains("The database has all that the code needs.")
        .doesNotContain("differs");
    try (BeginnerProgram server =
        BeginnerProgram.start(folder, "run", "--port=0", "--schema=verify", WITHOUT_HELP)) {
      server.awaitText("Ctrl-C");
      assertThat(server.said()).doesNotContain("WARN");
      server.terminate();
      server.awaitEnd();
    }

    assertThat(db(0, "downgrade", "-1")).contains("taken back  20261123_1210");
    assertThat(db(1, "check"))
        .contains("missing  workflow 'terminate_user'", "not applied  20261123_1210")
        .doesNotContain("missing  product");
    assertThat(db(0, "downgrade", "-1")).contains("taken back  20261123_1200");
    assertThat(db(1, "check")).contains("missing  product 'User Group'");
  }
}
