package io.orchestrator4j.cli.engine;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** The status of the engine as an operator reads it: where it stands, and what to do next. */
final class ShownStatus {

  private ShownStatus() {}

  static void print(JsonNode status, ServerOptions server, Terminal terminal) {
    if (server.json()) {
      terminal.json(status);
      return;
    }
    long running = status.path("running_processes").asLong(0);
    switch (status.path("global_status").asString("")) {
      case "PAUSING" -> {
        terminal.line(
            "The engine is being paused; %d processes are still at a step.".formatted(running));
        terminal.line("To see when they are done:  " + server.command("engine", "status"));
      }
      case "PAUSED" -> {
        terminal.line("The engine is paused; nothing runs.");
        terminal.line("To let it go on:  " + server.command("engine", "resume"));
      }
      default -> terminal.line("The engine runs, with %d processes at work.".formatted(running));
    }
  }
}
