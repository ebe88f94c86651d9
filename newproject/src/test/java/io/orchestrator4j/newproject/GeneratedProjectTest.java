package io.orchestrator4j.newproject;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.generate.GenerateCommand;
import io.orchestrator4j.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new project builds, passes its tests and starts, in a folder of its own. */
final class GeneratedProjectTest {

  @TempDir
  private Path folder;

  @Test
  void itPassesItsTestsAndStarts() throws Exception {
    Path repository = folder.resolve("repository");
    BuiltArtifacts.install(repository);
    StringWriter said = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(said, true), new PrintWriter(said, true));
    int generated = GenerateCommand.of(terminal, System.getProperty("built.version"))
        .execute("project", "my-shop", "--into", folder.toString());
    assertThat(generated).as(said.toString()).isZero();
    Path project = folder.resolve("my-shop");

    String tested = orchestrator(project, repository, "verify");

    assertThat(tested)
        .contains("BUILD SUCCESS", "Tests run: 6, Failures: 0, Errors: 0, Skipped: 0");
    assertThat(orchestrator(project, repository, "version")).contains("Orchestrator4j");
    assertThat(orchestrator(project, repository, "db", "upgrade", "heads")).contains("applied");
    assertThat(orchestrator(project, repository, "db", "check", "--catalogue=verify"))
        .contains("The database has all that the code needs.");
    assertThat(Files.list(project).map(file -> file.getFileName().toString()))
        .contains("orchestrator", "mvnw", "pom.xml", "src", "target");
  }

  // Maven takes what is not in the first repository out of the second, and writes to the first
  // alone
  private static String orchestrator(Path project, Path repository, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(project.resolve("orchestrator").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("ORCHESTRATOR_"));
    environment.put("ORCHESTRATOR_JAVA_HOME", System.getProperty("java.home"));
    environment.put(
        "MAVEN_ARGS",
        "-Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s"
            .formatted(repository, System.getProperty("usual.repository")));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
