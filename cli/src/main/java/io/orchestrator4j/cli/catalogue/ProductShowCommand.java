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

@Command(name = "show", description = "Show a product: its fixed inputs, blocks and workflows.")
final class ProductShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "<product>", description = "Its name or id.")
  private String product = "";

  ProductShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonNode found =
        NamedThing.in(server.client().products().orFail(), "product", "product_id", product);
    if (server.json()) {
      terminal.json(found);
      return 0;
    }
    Table table = new Table("")
        .row("Name", found.path("name").asString(""))
        .row("Type", found.path("product_type").asString(""))
        .row("Tag", found.path("tag").asString(""))
        .row("Status", found.path("status").asString(""))
        .row("Description", found.path("description").asString(""));
    found
        .path("fixed_inputs")
        .forEach(input -> table.row(
            "Fixed input", "%s = %s".formatted(text(input, "name"), text(input, "value"))));
    found
        .path("product_blocks")
        .forEach(block -> table.row(
            "Block",
            "%s: %s"
                .formatted(
                    text(block, "name"), names(block.path("resource_types"), "resource_type"))));
    table
        .row("Workflows", names(found.path("workflows"), "name"))
        .row("Id", found.path("product_id").asString(""))
        .print(terminal);
    return 0;
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  private static String names(JsonNode list, String key) {
    return list.valueStream().map(each -> text(each, key)).collect(Collectors.joining(", "));
  }
}
