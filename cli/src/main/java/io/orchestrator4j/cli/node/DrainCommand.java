package io.orchestrator4j.cli.node;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "drain",
    description =
        "Let a server end the steps that it is at, begin nothing more, and leave its processes to the others.")
final class DrainCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "<node>", description = "The name of the server, or the id of the node.")
  private String node = "";

  @Option(names = "--undo", description = "Let it run processes again.")
  private boolean undo;

  DrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonNode answer = server.client().drain(node, !undo).orFail();
    if (server.json()) {
      terminal.json(answer);
    } else {
      terminal.line(
          undo
              ? "It runs processes again."
              : "It drains. See \"%s\" until it runs nothing."
                  .formatted(server.command("node", "list")));
    }
    return 0;
  }
}
