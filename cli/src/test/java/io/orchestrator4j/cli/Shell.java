package io.orchestrator4j.cli;

import io.orchestrator4j.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands as a shell would, in this JVM. */
public record Shell(Class<?> application) {

  /** What a command printed, and what it told the shell. */
  public record Outcome(int exitCode, String results, String complaints) {}

  public Outcome run(String... arguments) {
    StringWriter results = new StringWriter();
    StringWriter complaints = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(results, true), new PrintWriter(complaints, true));
    int exitCode = CommandTree.of(application, terminal).execute(arguments);
    return new Outcome(exitCode, results.toString(), complaints.toString());
  }
}
