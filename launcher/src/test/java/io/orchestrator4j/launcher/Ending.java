package io.orchestrator4j.launcher;

import java.util.List;

/** How a run of the script ended, and what it printed. */
record Ending(int exitCode, String output, String errors) {

  /** What the script itself said, without its name before each line. */
  String said() {
    return errors
        .lines()
        .map(line -> line.replaceFirst("^orchestrator: ", ""))
        .reduce("", (before, line) -> before + line + "\n");
  }

  /** The folder of the JDK whose java was started last. */
  String jdk() {
    return value("started by ");
  }

  /** The arguments that the application was started with. */
  List<String> arguments() {
    return values("argument ");
  }

  /** The options before {@code -jar}. */
  List<String> options() {
    return values("option ");
  }

  List<String> values(String prefix) {
    return output
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private String value(String prefix) {
    List<String> values = values(prefix);
    return values.isEmpty()
        ? "no line \"" + prefix + "\" in: " + output + errors
        : values.getLast();
  }
}
