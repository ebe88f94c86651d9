package io.orchestrator4j.cli.catalogue;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists workflows that are tasks, or those that are none. */
@Command(description = "List them by name.")
final class WorkflowListCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final boolean tasks;

  @Mixin
  private ServerOptions server = new ServerOptions();

  WorkflowListCommand(Terminal terminal, boolean tasks) {
    this.terminal = terminal;
    this.tasks = tasks;
  }

  @Override
  public Integer call() {
    List<JsonNode> wanted = server
        .client()
        .workflows()
        .orFail()
        .valueStream()
        .filter(each -> each.path("is_task").asBoolean() == tasks)
        .toList();
    if (server.json()) {
      terminal.json(Json.toTree(wanted));
      return 0;
    }
    Table table = new Table("").row("NAME", "TARGET", "DESCRIPTION");
    wanted.forEach(each -> table.row(
        each.path("name").asString(""),
        each.path("target").asString(""),
        each.path("description").asString("")));
    table.print(terminal);
    return 0;
  }
}
