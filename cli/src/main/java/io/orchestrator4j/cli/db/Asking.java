package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How somebody is asked, once a command has something to ask. */
@FunctionalInterface
public interface Asking {

  /** Who asks. */
  Questions on(Terminal terminal);

  /** With lists to move in where this program was started in a terminal; otherwise line by line, on the standard input. */
  static Asking standard() {
    return terminal -> ArrowQuestions.ofThisProgram().orElseGet(() -> ofStandardInput(terminal));
  }

  private static Questions ofStandardInput(Terminal terminal) {
    Charset charset = Charset.forName(
        System.getProperty("stdin.encoding", StandardCharsets.UTF_8.name()),
        StandardCharsets.UTF_8);
    return lines(new BufferedReader(new InputStreamReader(System.in, charset)), terminal);
  }

  /** Line by line, from a reader that stays open. */
  static Questions lines(BufferedReader reader, Terminal terminal) {
    return new NumberedQuestions(reader, terminal);
  }
}
