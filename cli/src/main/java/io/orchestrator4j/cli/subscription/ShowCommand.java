package io.orchestrator4j.cli.subscription;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "show",
    description = "Show a subscription: its values, and which workflows may start on it.")
final class ShowCommand implements Callable<Integer> {

  // what the head shows, and what is there for programs
  private static final Set<String> SHOWN = Set.of(
      "subscription_id",
      "description",
      "status",
      "product_id",
      "customer_id",
      "insync",
      "note",
      "start_date",
      "end_date",
      "product",
      "customer_descriptions",
      "name",
      "tag",
      "version");
  private static final Set<String> FOR_PROGRAMS =
      Set.of("owner_subscription_id", "in_use_by_ids", "in_use_by_relations");

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "<subscription>", description = "The id of the subscription.")
  private String subscriptionId = "";

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonNode subscription = server.client().subscription(subscriptionId).orFail();
    if (server.json()) {
      terminal.json(subscription);
      return 0;
    }
    JsonNode actions = server.client().actions(subscriptionId).orFail();
    Table head = new Table("")
        .row("Subscription", subscription.path("subscription_id").asString(""))
        .row("Description", subscription.path("description").asString(""))
        .row("Product", subscription.at("/product/name").asString(""))
        .row("Customer", subscription.path("customer_id").asString(""))
        .row("Status", subscription.path("status").asString(""))
        .row("In sync", inSync(actions))
        .row("Validated", actions.path("last_validated_at").asString("never"))
        .row("Version", subscription.path("version").asString(""));
    if (subscription.path("note").isString()) {
      head.row("Note", subscription.path("note").asString(""));
    }
    head.print(terminal);
    terminal.line();
    subscription.forEachEntry((key, value) -> {
      if (!SHOWN.contains(key)) {
        print("", key, value);
      }
    });
    terminal.line();
    print(actions);
    return 0;
  }

  private static String inSync(JsonNode actions) {
    JsonNode lockedBy = actions.path("locked_by");
    return lockedBy.isString() ? "no, locked by process " + lockedBy.asString() : "yes";
  }

  private void print(String indent, String key, JsonNode value) {
    if (value.isObject()) {
      terminal.line("%s%s".formatted(indent, key));
      value.forEachEntry((inner, each) -> {
        if (!FOR_PROGRAMS.contains(inner)) {
          print(indent + "  ", inner, each);
        }
      });
    } else if (value.isArray() && value.path(0).isObject()) {
      for (int i = 0; i < value.size(); i++) {
        print(indent, "%s[%d]".formatted(key, i), value.get(i));
      }
    } else {
      terminal.line("%s%s: %s"
          .formatted(indent, key, value.isString() ? value.stringValue() : value.toString()));
    }
  }

  private void print(JsonNode actions) {
    Table table = new Table("").row("WORKFLOW", "MAY START");
    for (String target : List.of("modify", "terminate", "validate", "reconcile", "system")) {
      for (JsonNode each : actions.path(target)) {
        table.row(
            each.path("name").asString(""),
            each.path("reason").isString() ? "no: " + each.path("reason").asString() : "yes");
      }
    }
    table.print(terminal);
  }
}
