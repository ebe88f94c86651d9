package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show a process: its steps, its error, what to do next.")
final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "<process>", description = "The id of the process.")
  private String processId = "";

  @Option(names = "--wait", description = "Wait until it no longer runs.")
  private boolean wait;

  @Option(names = "--trace", description = "Show the failure's stack trace, too.")
  private boolean trace;

  @Option(names = "--audit", description = "Show who did what to it, instead of its steps.")
  private boolean audit;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (audit) {
      ShownAudit.print(server, processId, terminal);
      return 0;
    }
    ShownProcess shown = wait
        ? ShownProcess.whenStill(server, processId)
        : new ShownProcess(server.client().process(processId).orFail(), server);
    shown.print(terminal);
    if (trace && !server.json() && shown.process().path("traceback").isString()) {
      terminal.line();
      terminal.line(shown.process().get("traceback").asString());
    }
    return wait ? shown.exitCode().code() : 0;
  }
}
