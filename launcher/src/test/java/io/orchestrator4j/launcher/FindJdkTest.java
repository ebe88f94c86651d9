package io.orchestrator4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class FindJdkTest {

  @TempDir
  private Path folder;

  private Machine machine;

  @BeforeEach
  void setUp() {
    machine = new Machine(folder.toAbsolutePath());
  }

  @Test
  void theVariableOfThisScriptWins() {
    Path chosen = machine.jdk(folder.resolve("chosen"), "25.0.3");
    machine.set("JAVA_HOME", machine.jdk(folder.resolve("other"), "25").toString());

    machine.set("ORCHESTRATOR_JAVA_HOME", chosen.toString());

    assertThat(machine.run("verify").values("maven ")).containsExactly(chosen.toString());
  }

  @Test
  void aChosenJdkOfAnotherVersionIsRefusedNotReplaced() {
    machine.jdk(machine.systemJdks.resolve("temurin-25"), "25.0.3");
    Path chosen = machine.jdk(folder.resolve("chosen"), "21.0.4");

    Ending ending = machine.set("ORCHESTRATOR_JAVA_HOME", chosen.toString()).run("verify");

    assertThat(ending.exitCode()).isEqualTo(1);
    assertThat(ending.said())
        .contains("ORCHESTRATOR_JAVA_HOME is " + chosen + ", where Java 21.0.4 is")
        .contains("Expected a JDK 25")
        .contains("correct or unset the variable");
  }

  @Test
  void javaHomeIsTakenBeforeTheSystemsJdk() {
    machine.jdk(machine.systemJdks.resolve("temurin-25"), "25.0.3");
    Path javaHome = machine.jdk(folder.resolve("java home"), "25.0.1");

    Ending ending = machine.set("JAVA_HOME", javaHome.toString()).run("verify");

    assertThat(ending.values("maven ")).containsExactly(javaHome.toString());
  }

  @Test
  void aJavaHomeOfAnotherVersionIsPassedOver() {
    Path system = machine.jdk(machine.systemJdks.resolve("temurin-25"), "25.0.3");
    Path javaHome = machine.jdk(folder.resolve("java home"), "21.0.4");

    Ending ending = machine.set("JAVA_HOME", javaHome.toString()).run("verify");

    assertThat(ending.values("maven ")).containsExactly(system.toString());
  }

  @Test
  void javaOnThePathIsFollowedThroughItsLinks() {
    Path jdk = machine.jdk(folder.resolve("opt/jdk"), "25");
    Path alternative = folder.resolve("alternative");
    Machine.symbolicLink(alternative, Path.of("opt/jdk/bin/java"));
    Machine.symbolicLink(machine.programs.resolve("java"), alternative);

    assertThat(machine.run("verify").values("maven ")).hasSize(1).allMatch(sameAs(jdk));
  }

  @Test
  void aShimOnThePathIsAskedForItsJdk() {
    Path jdk = machine.jdk(folder.resolve("opt/jdk"), "25");
    machine.program("java", "#!/bin/sh\nexec %s/bin/java \"$@\"\n".formatted(jdk));

    assertThat(machine.run("verify").values("maven ")).containsExactly(jdk.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr-lib-jvm/temurin-25-jdk-amd64",
        "library-jvms/temurin-25.jdk/Contents/Home",
        "home/Library/Java/JavaVirtualMachines/corretto-25/Contents/Home",
        "home/.sdkman/candidates/java/25.0.3-tem",
        "home/.jdks/temurin-25.0.3",
        "home/.cache/orchestrator4j/jdk/25.0.4-e58fcdcd"
      })
  void theUsualPlacesAreSearched(String place) {
    machine.jdk(machine.systemJdks.resolve("java-1.8"), "1.8.0_25");
    machine.jdk(machine.systemJdks.resolve("java-17"), "17.0.15");
    machine.jdk(machine.systemJdks.resolve("java-26"), "26");
    machine.jdk(machine.systemJdks.resolve("java-250"), "250");
    Path jdk = machine.jdk(machine.folder.resolve(place), "25.0.3");

    assertThat(machine.run("verify").values("maven ")).containsExactly(jdk.toString());
  }

  @Test
  void theCacheIsWhereTheUserKeepsCaches() {
    Path cache = folder.resolve("my cache");
    Path jdk = machine.jdk(cache.resolve("orchestrator4j/jdk/25.0.4-e58fcdcd"), "25.0.4");

    Ending ending = machine.set("XDG_CACHE_HOME", cache.toString()).run("verify");

    assertThat(ending.values("maven ")).containsExactly(jdk.toString());
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() {
    Path runtime = machine.jdk(machine.systemJdks.resolve("a-jre-25"), "25.0.3");
    Machine.delete(runtime.resolve("bin/javac"));
    Path jdk = machine.jdk(machine.systemJdks.resolve("jdk-25"), "25.0.3");

    assertThat(machine.run("verify").values("maven ")).containsExactly(jdk.toString());
  }

  // macOS hands out temporary folders behind a link
  private static Predicate<String> sameAs(Path folder) {
    return other -> Path.of(other).endsWith(folder.getFileName());
  }
}
