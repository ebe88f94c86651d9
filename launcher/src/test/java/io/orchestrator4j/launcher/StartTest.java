package io.orchestrator4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class StartTest {

  @TempDir
  private Path folder;

  private Machine machine;
  private Path jdk;

  @BeforeEach
  void setUp() {
    machine = new Machine(folder.toAbsolutePath());
    jdk = machine.jdk(machine.systemJdks.resolve("jdk-25"), "25.0.3");
    machine.built();
  }

  @Test
  void argumentsArePassedOnUnchanged() {
    Ending ending = machine.run("process", "start", "*", "", "two words", "--json", "$HOME");

    assertThat(ending.jdk()).isEqualTo(jdk.toString());
    assertThat(ending.arguments())
        .containsExactly("process", "start", "*", "", "two words", "--json", "$HOME");
  }

  @Test
  void theStartIsTunedForDevelopment() {
    assertThat(machine.run("run").options())
        .containsExactly(
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Xlog:aot*=off:stderr",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:AOTCache=" + machine.checkout.resolve(Machine.RUN).resolve("app.aot"),
            "-Dorchestrator4j.program="
                + machine.checkout.resolve("orchestrator").toString().replace(" ", "\\ "));
  }

  @Test
  void ownOptionsComeLaterAndMayChooseTheCollector() {
    machine.set("ORCHESTRATOR_JAVA_OPTIONS", "-Xmx1g -XX:+UseZGC");

    assertThat(machine.run("run").options())
        .containsSubsequence("-XX:TieredStopAtLevel=1", "-Xmx1g", "-XX:+UseZGC")
        .doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void theScriptsOwnVariablesDoNotReachTheApplication() {
    machine.set("ORCHESTRATOR_JAVA_HOME", jdk.toString());
    machine.set("ORCHESTRATOR_JAVA_OPTIONS", "-Xmx1g");
    machine.set("ORCHESTRATOR_WEB_PORT", "8081");

    assertThat(machine.run("run").values("variable "))
        .containsExactly("ORCHESTRATOR_WEB_PORT=8081");
  }

  @Test
  void theApplicationsExitCodeIsTheScripts() {
    assertThat(machine.set("EXIT_CODE", "3").run("process", "show").exitCode()).isEqualTo(3);
  }

  @Test
  void theScriptBecomesTheApplicationSoThatSignalsReachIt() {
    Machine.Running running =
        machine.start(folder, machine.checkout.resolve("orchestrator"), "run");

    Ending ending = machine.end(running);

    assertThat(ending.values("process "))
        .containsExactly(Long.toString(running.process().pid()));
  }

  @Test
  void itCanBeCalledThroughALinkAndLeavesTheCallerWhereTheyAre() {
    Path link = machine.home.resolve("orchestrator");
    Machine.symbolicLink(link, Path.of("../the checkout/orchestrator"));

    Ending ending = machine.runIn(machine.home, link, "version");

    assertThat(ending.arguments()).containsExactly("version");
    assertThat(ending.values("in ")).hasSize(1).allMatch(place -> place.endsWith("/home"));
  }

  @Test
  void verifyRunsTheWholeTestSuiteOnTheJdk() {
    machine.set("ORCHESTRATOR_JAVA_HOME", jdk.toString());

    Ending ending = machine.run("verify", "-pl", "core", "-Dtest=A B");

    assertThat(ending.values("maven ")).containsExactly(jdk.toString());
    assertThat(ending.arguments()).containsExactly("-B", "verify", "-pl", "core", "-Dtest=A B");
    assertThat(ending.values("variable ")).isEmpty();
  }

  @Test
  void verifyKeepsMavensExitCode() {
    Machine.write(machine.checkout.resolve("broken"), "");

    assertThat(machine.run("verify").exitCode()).isEqualTo(7);
  }

  @Test
  void helpIsTheApplications() {
    assertThat(machine.run("--help").arguments()).containsExactly("--help");
  }

  @Test
  void helpNamesVerifyWhereNothingCanBeBuilt() {
    Machine.write(machine.checkout.resolve("broken"), "");
    machine.save("pom.xml");

    Ending ending = machine.run("--help");

    assertThat(ending.exitCode()).isEqualTo(7);
    assertThat(ending.output()).contains("verify").contains("ORCHESTRATOR_JAVA_HOME");
  }
}
