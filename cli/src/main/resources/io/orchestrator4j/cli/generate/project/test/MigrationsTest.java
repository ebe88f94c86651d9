package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.terminal.ChildCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrations bring an empty database to all that the code needs. */
final class MigrationsTest {

  @TempDir
  private Path folder;

  @Test
  void theDatabaseHasAllThatTheCodeNeedsOnceTheyAreApplied() throws Exception {
    assertThat(db("upgrade", "heads")).contains("applied");
    assertThat(db("check")).contains("The database has all that the code needs.");
  }

  private String db(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ChildCommand.of(@main@.class).words());
    command.add("db");
    command.addAll(List.of(words));
    // whichever database the configuration or the environment name, it is none for tests
    command.addAll(List.of("--database-url=", "--data-folder=" + folder.resolve("data")));
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
