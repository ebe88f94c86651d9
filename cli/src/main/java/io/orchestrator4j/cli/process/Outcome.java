package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;

/** What is printed after a process was changed. */
final class Outcome {

  private Outcome() {}

  /** Prints the process where that was asked for, else one line; returns the exit code. */
  static int afterChange(
      ServerOptions server, String processId, boolean wait, String done, Terminal terminal) {
    if (wait) {
      ShownProcess shown = ShownProcess.whenStill(server, processId);
      shown.print(terminal);
      return shown.exitCode().code();
    }
    if (server.json()) {
      terminal.json(server.client().process(processId).orFail());
    } else {
      terminal.line("%s process %s".formatted(done, processId));
      terminal.line("To follow it:  " + server.command("process", "show", processId));
    }
    return 0;
  }
}
