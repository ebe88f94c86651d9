package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Asks with numbers to type, line by line, wherever the lines come from. */
record NumberedQuestions(BufferedReader lines, Terminal terminal) implements Questions {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  @Override
  public int choose(String question, List<String> options) {
    terminal.line(question);
    for (int i = 0; i < options.size(); i++) {
      terminal.line("  %2d  %s".formatted(i + 1, options.get(i)));
    }
    while (true) {
      String line = answer("Number");
      int number = NUMBER.matcher(line).matches() ? Integer.parseInt(line) : 0;
      if (number >= 1 && number <= options.size()) {
        return number - 1;
      }
      terminal.line(
          "'%s' is none of them; type a number from 1 to %d".formatted(line, options.size()));
    }
  }

  @Override
  public String text(String question, String standard) {
    String line = answer(standard.isEmpty() ? question : "%s [%s]".formatted(question, standard));
    return line.isEmpty() ? standard : line;
  }

  @Override
  public boolean confirm(String question) {
    String line = answer(question + " [y/N]").toLowerCase(Locale.ROOT);
    return line.equals("y") || line.equals("yes");
  }

  private String answer(String question) {
    terminal.results().print(question + ": ");
    terminal.results().flush();
    try {
      String line = lines.readLine();
      if (line == null) {
        throw new CommandFailure(
            ExitCode.WRONG_USAGE,
            "The input ended at '%s'. Answer in a terminal, or use --yes or --answers"
                .formatted(question));
      }
      return line.strip();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILED, "The answers cannot be read: " + e.getMessage());
    }
  }
}
