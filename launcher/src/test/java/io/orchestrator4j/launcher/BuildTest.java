package io.orchestrator4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class BuildTest {

  private static final String CALL =
      "-q -B -Pfast -Dmaven.test.skip=true -pl examples/beginner -am package";

  @TempDir
  private Path folder;

  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(folder.toAbsolutePath());
    machine.jdk(machine.systemJdks.resolve("jdk-25"), "25.0.3");
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() {
    Ending first = machine.run("version");
    Ending second = machine.run("version");

    assertThat(first.said())
        .contains("building, because there is no build yet")
        .containsPattern("built in \\d+ s");
    assertThat(second.said()).isEmpty();
    assertThat(calls()).containsExactly(CALL);
    assertThat(second.options()).contains("-XX:AOTCache=" + run().resolve("app.aot"));
    assertThat(second.values("jar "))
        .containsExactly(run().resolve("beginner-1.jar").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "examples/beginner/pom.xml",
        "examples/beginner/src/main/java/Beginner.java",
        "core/src/main/resources/schema.sql",
        "core/src/main/java/io/orchestrator4j/target/Target.java",
        "ui/src/page.ts",
        ".mvn/maven.config"
      })
  void aNewerSourceIsBuilt(String changed) {
    machine.built();
    machine.save(changed);

    Ending ending = machine.run("version");

    assertThat(ending.said()).contains("building, because " + changed + " is newer than the last");
    assertThat(calls()).containsExactly(CALL);
  }

  @Test
  void aDeletedSourceIsNoticed() {
    machine.built();
    Machine.delete(machine.source());

    assertThat(machine.run("version").said())
        .contains("because examples/beginner/src/main/java is newer than the last build");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "core/src/test/java/CoreTest.java",
        "core/target/generated-sources/src/main/java/Made.java",
        "ui/node_modules/library/src/index.js",
        ".git/src/main/java/Odd.java"
      })
  void whatTheApplicationIsNotMadeOfIsNotBuilt(String changed) {
    machine.built();
    machine.save(changed);

    assertThat(machine.run("version").said()).isEmpty();
  }

  @Test
  void theCacheOfAnotherJvmIsMadeAnew() {
    machine.built();
    machine.jdk(machine.systemJdks.resolve("jdk-25"), "25.0.4");

    Ending ending = machine.run("version");

    assertThat(ending.said()).contains("building, because the last build was for Java 25.0.3");
    assertThat(ending.options()).contains("-XX:AOTCache=" + run().resolve("app.aot"));
    assertThat(machine.run("version").said()).isEmpty();
  }

  @Test
  void whatIsSavedDuringABuildIsBuiltNext() throws Exception {
    Machine.write(machine.checkout.resolve("slow"), "");
    Machine.Running first = start("version");
    await(machine.checkout.resolve("building"), "");
    Machine.write(machine.source(), "final class Beginner { }");
    Machine.delete(machine.checkout.resolve("slow"));
    machine.end(first);

    assertThat(machine.run("version").said()).contains("Beginner.java is newer than the last");
  }

  @Test
  void aSignalEndsTheBuildAndReleasesTheLock() throws Exception {
    Machine.write(machine.checkout.resolve("slow"), "");
    Machine.Running running = start("version");
    await(machine.checkout.resolve("building"), "");
    List<ProcessHandle> maven = running.process().children().toList();
    running.process().destroy();

    assertThat(machine.end(running).exitCode()).isEqualTo(143);
    assertThat(maven).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(machine.checkout.resolve("target/.lock")).satisfies(BuildTest::isAbsent);
  }

  @Test
  void aFailedBuildShowsTheLogKeepsItsExitCodeAndIsTriedAgain() {
    machine.built();
    machine.save("pom.xml");
    Machine.write(machine.checkout.resolve("broken"), "");

    Ending failed = machine.run("version");
    Machine.delete(machine.checkout.resolve("broken"));
    Ending repaired = machine.run("version");

    assertThat(failed.exitCode()).isEqualTo(7);
    assertThat(failed.output()).isEmpty();
    assertThat(failed.said())
        .contains("[ERROR] Beginner.java:[1,1] does not compile")
        .contains("the build failed after")
        .contains("target/build.log is above");
    assertThat(repaired.exitCode()).isZero();
    assertThat(machine.checkout.resolve("target/.lock")).satisfies(BuildTest::isAbsent);
  }

  @Test
  void twoStartsBuildOnce() throws Exception {
    Machine.write(machine.checkout.resolve("slow"), "");
    Machine.Running first = start("first");
    await(machine.checkout.resolve("building"), "");
    Machine.Running second = start("second");
    await(
        second.errors(), "waiting for the build that process " + first.process().pid());
    Machine.delete(machine.checkout.resolve("slow"));

    assertThat(machine.end(first).arguments()).containsExactly("first");
    assertThat(machine.end(second).arguments()).containsExactly("second");
    assertThat(calls()).hasSize(1);
  }

  @Test
  void theLockOfADeadProcessIsTakenOver() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Machine.directory(machine.checkout.resolve("target"));
    Machine.symbolicLink(
        machine.checkout.resolve("target/.lock"), Path.of(Long.toString(dead.pid())));

    assertThat(machine.run("version").exitCode()).isZero();
  }

  @Test
  void aFailedTrainingCostsOnlySpeed() {
    Path java = machine.systemJdks.resolve("jdk-25/bin/java");
    Programs.write(
        java, Machine.read(java).replace("trap '", "echo 'no database'; exit 1; trap '"));

    Ending ending = machine.run("version");

    assertThat(ending.exitCode()).isZero();
    assertThat(ending.said()).contains("starts take some seconds longer");
    assertThat(ending.options()).noneMatch(option -> option.startsWith("-XX:AOTCache"));
  }

  @Test
  void theTrainingSeesNothingOfTheCallersConfiguration() {
    machine.set("ORCHESTRATOR_DATABASE_URL", "jdbc:postgresql://production/orchestrator");

    machine.run("version");

    assertThat(Machine.read(run().resolve("app.aot.environment")))
        .contains("ORCHESTRATOR_WEB_PORT=0")
        .contains("HOME=" + run().resolve("training"))
        .contains("XDG_CACHE_HOME=" + machine.home.resolve(".cache"))
        .doesNotContain("production");
  }

  @Test
  void theJarsOfARunningServerOutliveTheNextBuilds() throws IOException {
    for (String earlier : List.of("a", "b", "c")) {
      Machine.write(machine.checkout.resolve("target/run/" + earlier + "/beginner.jar"), "");
    }

    machine.run("version");

    try (Stream<Path> runs = Files.list(machine.checkout.resolve("target/run"))) {
      assertThat(runs).hasSize(3).contains(run());
    }
  }

  private Machine.Running start(String command) {
    return machine.start(folder, machine.checkout.resolve("orchestrator"), command);
  }

  private Path run() {
    return machine.checkout.resolve(
        Machine.read(machine.checkout.resolve("target/.built")).strip());
  }

  private List<String> calls() {
    return Machine.read(machine.checkout.resolve("calls.txt")).lines().toList();
  }

  private static void await(Path file, String text) throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    while (!Files.exists(file) || !Machine.read(file).contains(text)) {
      assertThat(Instant.now()).as("\"%s\" in %s", text, file).isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static void isAbsent(Path link) {
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }
}
