package io.orchestrator4j.cli.node;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List the servers on the database.")
final class ListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Option(
      names = "--all",
      description = "Those too that have ended or were lost, of the last week.")
  private boolean all;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonNode nodes = server.client().nodes().orFail();
    if (server.json()) {
      terminal.json(nodes);
    } else {
      print(nodes);
    }
    return 0;
  }

  private void print(JsonNode nodes) {
    Table table = new Table("")
        .row("NAME", "STATE", "ROLES", "RUNNING", "HOST", "PROCESS", "LAST HEARD", "NODE");
    for (JsonNode node : nodes) {
      String state = node.path("state").asString("");
      if (all || !(state.equals("lost") || state.equals("stopped"))) {
        table.row(
            node.path("name").asString(""),
            state,
            node.path("roles").asString(""),
            node.path("running").asString(""),
            node.path("host").asString(""),
            node.path("pid").asString(""),
            heard(node.path("silent_seconds")),
            node.path("node_id").asString(""));
      }
    }
    table.print(terminal);
  }

  private static String heard(JsonNode seconds) {
    return seconds.isNumber() ? "%.1f s ago".formatted(seconds.asDouble()) : "never";
  }
}
