package io.orchestrator4j.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.terminal.ChildCommand;
import io.orchestrator4j.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A program asks with arrows in a real terminal, which {@code script} makes, and with numbers anywhere else. */
final class AskingInTerminalTest {

  private static final int LONGEST = 60;

  /** The program. */
  static final class Program {

    public static void main(String[] arguments) {
      Terminal terminal = Terminal.standard();
      Questions questions = Asking.standard().on(terminal);
      int place = questions.choose("Which?", List.of("red", "green", "blue"));
      String text = questions.text("How", "dark");
      boolean confirmed = questions.confirm("Now?");
      terminal.line("answers: %d %s %s".formatted(place, text, confirmed));
    }
  }

  private static List<String> inTerminal(String before, List<String> words, String after) {
    String line = String.join(
        " ", words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
    return List.of("script", "-q", "-e", "-c", before + line + after, "/dev/null");
  }

  /** Types each answer once what comes before it is on the screen, and returns all that was on it. */
  private static String play(List<String> words, String terminalType, String... screenAndKeys)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("TERM", terminalType);
    Process process = builder.start();
    CompletableFuture.delayedExecutor(LONGEST, TimeUnit.SECONDS).execute(() -> end(process));
    try (OutputStream keyboard = process.getOutputStream();
        InputStream screen = process.getInputStream()) {
      StringBuilder shown = new StringBuilder();
      for (int i = 0; i < screenAndKeys.length; i += 2) {
        int from = shown.length();
        while (shown.indexOf(screenAndKeys[i], from) < 0) {
          int next = screen.read();
          assertThat(next).as("it ended, and showed:%n%s", shown).isNotNegative();
          shown.append((char) next);
        }
        keyboard.write(screenAndKeys[i + 1].getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
      }
      shown.append(new String(screen.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
      assertThat(process.exitValue()).as(shown.toString()).isZero();
      return shown.toString();
    } finally {
      end(process);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static List<String> program() {
    List<String> words = new ArrayList<>(ChildCommand.of(Program.class).words());
    words.add(1, "-XX:TieredStopAtLevel=1");
    return words;
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "script takes a command in another way elsewhere")
  void inATerminalTheArrowKeysChoose() throws Exception {
    String shown = play(
        inTerminal("", program(), ""),
        "xterm",
        "blue",
        "\033[B\033[B\r",
        "How: dark",
        " blue\r",
        "[y/N]: ",
        "y\r");

    assertThat(shown)
        .contains("(arrow keys, Enter)", "answers: 2 dark blue true")
        .doesNotContain("Number:", "WARNING");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "script takes a command in another way elsewhere")
  void aTerminalThatCannotDrawAsksByNumbers() throws Exception {
    assertThat(play(
            inTerminal("", program(), ""),
            "dumb",
            "Number: ",
            "3\n",
            "How [dark]: ",
            "\n",
            "[y/N]: ",
            "n\n"))
        .contains("   3  blue", "answers: 2 dark false");
  }

  @Test
  void whereThereIsNoTerminalNumbersAreTyped() throws Exception {
    assertThat(play(
            program(), "xterm", "Number: ", "2\n", "How [dark]: ", "light\n", "[y/N]: ", "y\n"))
        .contains("   2  green", "answers: 1 light true")
        .doesNotContain("\033");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "script takes a command in another way elsewhere")
  void whoInterruptsAListHasTheTerminalAsItWas() throws Exception {
    String shown = play(
        inTerminal("trap true INT; ", program(), "; echo ended by $?; stty -a"),
        "xterm",
        "blue",
        "\003");

    assertThat(shown)
        .contains("ended by 130")
        .containsPattern("\\sicanon\\s")
        .containsPattern("\\secho\\s")
        .doesNotContain("answers");
  }
}
