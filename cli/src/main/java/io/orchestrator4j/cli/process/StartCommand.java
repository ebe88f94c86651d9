package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerClient;
import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "start",
    description = "Start a process. Without all pages of its form, say what the next one asks.")
final class StartCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Mixin
  private PageOptions form = new PageOptions();

  @Parameters(paramLabel = "<workflow>", description = "The name of the workflow.")
  private String workflow = "";

  @Option(names = "--wait", description = "Wait until it no longer runs, and show it.")
  private boolean wait;

  StartCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ServerClient client = server.client();
    JsonNode started = new FormDialogue(terminal, server, "process", "start", workflow)
        .complete(form.pages(), pages -> client.start(workflow, pages));
    String processId = started.path("id").asString("");
    if (wait) {
      ShownProcess shown = ShownProcess.whenStill(server, processId);
      shown.print(terminal);
      return shown.exitCode().code();
    }
    if (server.json()) {
      terminal.json(started);
    } else {
      terminal.line("Started process " + processId);
      terminal.line("To follow it:  " + server.command("process", "show", processId));
    }
    return 0;
  }
}
