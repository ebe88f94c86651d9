package io.orchestrator4j.cli.subscription;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "list", sortOptions = false, description = "List subscriptions, the latest first.")
final class ListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--status",
      paramLabel = "<status>",
      description =
          "Only those in this status: initial, provisioning, active, migrating, disabled, terminated.")
  private @Nullable String status;

  @Option(names = "--product", paramLabel = "<name>", description = "Only those to this product.")
  private @Nullable String product;

  @Option(names = "--customer", paramLabel = "<id>", description = "Only those of this customer.")
  private @Nullable String customer;

  @Option(names = "--locked", description = "Only those that a process has locked.")
  private boolean locked;

  @Option(
      names = "--query",
      paramLabel = "<words>",
      description =
          "Only those that have these words, instead of the options above: 'speed:1000 ams*'.")
  private @Nullable String query;

  @Option(
      names = "--limit",
      paramLabel = "<count>",
      defaultValue = "20",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin
  private ServerOptions server = new ServerOptions();

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonNode found = query == null
        ? server.client().subscriptions(limit, filters()).orFail()
        : server.client().search(query, limit).orFail();
    if (server.json()) {
      terminal.json(found);
    } else if (found.isEmpty()) {
      terminal.line("No subscription is there like that.");
    } else {
      print(found);
    }
    return 0;
  }

  private Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    if (status != null) {
      filters.put("status", status.toLowerCase(Locale.ROOT));
    }
    if (product != null) {
      filters.put("product", product);
    }
    if (customer != null) {
      filters.put("customer_id", customer);
    }
    if (locked) {
      filters.put("locked", "true");
    }
    return filters;
  }

  private void print(JsonNode found) {
    Table table = new Table("")
        .row("SUBSCRIPTION", "PRODUCT", "STATUS", "IN SYNC", "CUSTOMER", "DESCRIPTION");
    for (JsonNode each : found) {
      table.row(
          each.path("subscription_id").asString(""),
          each.at("/product/name").asString(""),
          each.path("status").asString(""),
          each.path("insync").asBoolean() ? "yes" : "no",
          each.path("customer_id").asString(""),
          each.path("description").asString(""));
    }
    table.print(terminal);
  }
}
