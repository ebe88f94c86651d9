package io.orchestrator4j.cli.catalogue;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(description = "Show one, with the products that have it.")
final class WorkflowShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "<workflow>", description = "Its name or id.")
  private String workflow = "";

  WorkflowShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonNode found =
        NamedThing.in(server.client().workflows().orFail(), "workflow", "workflow_id", workflow);
    if (server.json()) {
      terminal.json(found);
      return 0;
    }
    String name = found.path("name").asString("");
    String products = server
        .client()
        .products()
        .orFail()
        .valueStream()
        .filter(product -> product
            .path("workflows")
            .valueStream()
            .anyMatch(each -> each.path("name").asString("").equals(name)))
        .map(product -> product.path("name").asString(""))
        .collect(Collectors.joining(", "));
    new Table("")
        .row("Name", name)
        .row("Target", found.path("target").asString(""))
        .row("Task", found.path("is_task").asBoolean() ? "yes" : "no")
        .row("Description", found.path("description").asString(""))
        .row("Products", products.isEmpty() ? "none" : products)
        .row("Id", found.path("workflow_id").asString(""))
        .print(terminal);
    return 0;
  }
}
