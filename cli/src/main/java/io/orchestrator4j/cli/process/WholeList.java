package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All processes, printed part by part, so that neither this program nor the server ever holds all of them. */
final class WholeList {

  private static final int PART = 1000;

  private final ServerOptions server;
  private final String filter;
  private final Terminal terminal;

  WholeList(ServerOptions server, String filter, Terminal terminal) {
    this.server = server;
    this.filter = filter;
    this.terminal = terminal;
  }

  void print() {
    if (server.json()) {
      terminal.line("[");
    }
    JsonNode last = null;
    JsonNode part = part(null);
    while (!part.isEmpty()) {
      print(part, last == null);
      last = part.get(part.size() - 1);
      part = part(last);
    }
    if (server.json()) {
      terminal.line("]");
    }
  }

  private JsonNode part(@Nullable JsonNode last) {
    return server.client().processesBehind(last, PART, filter).orFail();
  }

  private void print(JsonNode part, boolean first) {
    if (!server.json()) {
      ListCommand.print(part, first, terminal);
      return;
    }
    for (int i = 0; i < part.size(); i++) {
      terminal.line((first && i == 0 ? "" : ",") + Json.write(part.get(i)));
    }
  }
}
