package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "abort",
    description = "End a process where it stands; where it runs, at the end of the current step.")
final class AbortCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "<process>", description = "The id of the process.")
  private String processId = "";

  AbortCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    server.client().abort(processId).orFail();
    return Outcome.afterChange(server, processId, false, "Aborted", terminal);
  }
}
