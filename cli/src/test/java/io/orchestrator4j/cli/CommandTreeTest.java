package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.Shell.Outcome;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;

final class CommandTreeTest {

  @SpringBootApplication
  static class Application {}

  private final Shell shell = new Shell(Application.class);

  @Test
  void theHelpNamesAllCommands() {
    Outcome outcome = shell.run("--help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.results()).contains("run", "demo", "process", "config", "version");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandHasAHelpWithItsExitCodes(List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.add("--help");

    Outcome outcome = shell.run(words.toArray(String[]::new));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.results())
        .contains("Usage: ")
        .contains(String.join(" ", command))
        .containsSubsequence("Exit codes:", "0", "1", "2", "3");
  }

  static Stream<List<String>> commands() {
    return commands(List.of(), CommandTree.of(Application.class, Terminal.standard()));
  }

  private static Stream<List<String>> commands(List<String> before, CommandLine command) {
    return command.getSubcommands().entrySet().stream().flatMap(entry -> {
      List<String> words = new ArrayList<>(before);
      words.add(entry.getKey());
      return Stream.concat(Stream.of(words), commands(words, entry.getValue()));
    });
  }

  @Test
  void anUnknownCommandIsWrongUsageAndTheNearestIsNamed() {
    Outcome outcome = shell.run("process", "lst");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints()).contains("lst").contains("process list");
    assertThat(outcome.results()).isEmpty();
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    Outcome outcome = shell.run("run", "--prot", "1");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints()).contains("--prot");
  }

  @Test
  void aGroupWithoutACommandIsWrongUsage() {
    assertThat(shell.run("process").exitCode()).isEqualTo(2);
  }

  @Test
  void theVersionIsSaidToPeopleAndPrograms() {
    assertThat(shell.run("version").results()).startsWith("Orchestrator4j 0.").contains("Java 25");

    assertThat(
            Json.read(shell.run("version", "--json").results()).path("version").asString())
        .startsWith("0.");
  }

  @Test
  void anApplicationWithoutADemoSaysSo() {
    Outcome outcome = shell.run("demo");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("META-INF/services");
  }
}
