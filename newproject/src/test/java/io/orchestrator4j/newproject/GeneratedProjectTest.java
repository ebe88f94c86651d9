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
    Path project = generate("my-shop");

    String tested = orchestrator(0, project, repository, "verify");

    assertThat(tested)
        .contains("BUILD SUCCESS", "Tests run: 6, Failures: 0, Errors: 0, Skipped: 0");
    assertThat(orchestrator(0, project, repository, "version")).contains("Orchestrator4j");
    assertThat(orchestrator(0, project, repository, "db", "upgrade", "heads")).contains("applied");
    assertThat(orchestrator(0, project, repository, "db", "check", "--catalogue=verify"))
        .contains("The database has all that the code needs.");
    assertThat(Files.list(project).map(file -> file.getFileName().toString()))
        .contains("orchestrator", "mvnw", "pom.xml", "src", "target");
  }

  // the test applied migrations to the database that the author works on
  @Test
  void itsTestsLeaveTheConfiguredDatabaseAlone() throws Exception {
    Path repository = folder.resolve("repository");
    BuiltArtifacts.install(repository);
    Path project = generate("my-shop");
    Path resources = Files.createDirectories(project.resolve("src/main/resources"));
    Files.writeString(
        resources.resolve("application.properties"),
        "orchestrator.database.url=jdbc:postgresql://127.0.0.1:1/in_use");

    assertThat(orchestrator(0, project, repository, "verify", "-Dtest=MigrationsTest"))
        .contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
  }

  // a server reads classes from its jar until it ends; it lost them when something was built
  // meanwhile
  @Test
  void aBuildLeavesTheJarsOfServersThatRunAsTheyAre() throws Exception {
    Path repository = folder.resolve("repository");
    BuiltArtifacts.install(repository);
    Path project = generate("my-shop");
    orchestrator(0, project, repository, "version");
    Path started = Path.of(Files.readString(project.resolve("target/.built")).strip());
    byte[] content = Files.readAllBytes(started);
    Files.writeString(
        project.resolve("src/main/java/com/example/myshop/More.java"),
        "package com.example.myshop; final class More {}");

    orchestrator(0, project, repository, "version");

    assertThat(Files.readString(project.resolve("target/.built")))
        .doesNotContain(started.toString());
    assertThat(Files.readAllBytes(started)).isEqualTo(content);
  }

  @Test
  void theGuideLeadsToAWorkflowOfOnesOwn() throws Exception {
    Path repository = folder.resolve("repository");
    BuiltArtifacts.install(repository);
    Path project = generate("my-shop");

    GuidePage.gettingStarted().writeFiles(project);

    assertThat(orchestrator(1, project, repository, "verify"))
        .contains("missing  workflow 'set_contact'", "Tests run: 7, Failures: 1, Errors: 0");
    assertThat(orchestrator(0, project, repository, "db", "upgrade", "heads")).contains("applied");
    assertThat(orchestrator(
            0, project, repository, "db", "migrate-workflows", "add set_contact", "--yes"))
        .contains("set_contact");
    assertThat(orchestrator(0, project, repository, "verify"))
        .contains("Tests run: 7, Failures: 0, Errors: 0, Skipped: 0");
  }

  private Path generate(String name) {
    StringWriter said = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(said, true), new PrintWriter(said, true));
    int generated = GenerateCommand.of(terminal, System.getProperty("built.version"))
        .execute("project", name, "--into", folder.toString());
    assertThat(generated).as(said.toString()).isZero();
    return folder.resolve(name);
  }

  // Maven takes what is not in the first repository out of the second, and writes to the first
  // alone
  private static String orchestrator(int exitCode, Path project, Path repository, String... words)
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
    assertThat(process.waitFor()).as(said).isEqualTo(exitCode);
    return said;
  }
}
