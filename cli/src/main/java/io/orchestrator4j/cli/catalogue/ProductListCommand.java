package io.orchestrator4j.cli.catalogue;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List products by name.")
final class ProductListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  ProductListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonNode products = server.client().products().orFail();
    if (server.json()) {
      terminal.json(products);
      return 0;
    }
    Table table = new Table("").row("NAME", "TYPE", "TAG", "STATUS", "DESCRIPTION");
    products.forEach(each -> table.row(
        each.path("name").asString(""),
        each.path("product_type").asString(""),
        each.path("tag").asString(""),
        each.path("status").asString(""),
        each.path("description").asString("")));
    table.print(terminal);
    return 0;
  }
}
