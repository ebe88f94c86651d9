package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerAnswer;
import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import tools.jackson.databind.JsonNode;

/** Who did what to a process, from its start on. A deleted process has no start to show any more. */
final class ShownAudit {

  private ShownAudit() {}

  static void print(ServerOptions server, String processId, Terminal terminal) {
    JsonNode audit = server.client().audit(processId).orFail();
    if (server.json()) {
      terminal.json(audit);
      return;
    }
    Table table = new Table("").row("WHEN", "WHO", "DID", "DETAILS");
    ServerAnswer process = server.client().process(processId);
    if (process.isSuccess()) {
      table.row(
          ShownProcess.time(process.body().path("started_at")),
          process.body().path("created_by").asString("nobody"),
          "start",
          process.body().path("workflow_name").asString(""));
    } else if (audit.isEmpty()) {
      process.orFail();
    }
    for (JsonNode row : audit) {
      table.row(
          ShownProcess.time(row.path("at")),
          row.path("actor").asString(""),
          row.path("action").asString("").replace('_', ' '),
          details(row.path("details")));
    }
    table.print(terminal);
  }

  private static String details(JsonNode details) {
    return details.isEmpty() ? "" : Json.write(details);
  }
}
