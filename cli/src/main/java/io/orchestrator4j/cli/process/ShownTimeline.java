package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The steps of a process as a table: step, status, duration. */
public final class ShownTimeline {

  private ShownTimeline() {}

  /** Prints the timeline of a process, as the server describes it. */
  public static void print(JsonNode process, String indent, Terminal terminal) {
    Table table = new Table(indent).row("STEP", "STATUS", "DURATION");
    for (JsonNode step : process.path("steps")) {
      table.row(step.path("name").asString(""), step.path("status").asString(""), duration(step));
    }
    table.print(terminal);
  }

  /** The error of the step at which a process stands, in full; empty where there is none. */
  public static String error(JsonNode process) {
    return process
        .path("steps")
        .valueStream()
        .filter(step -> step.path("status").asString("").equals("failed"))
        .reduce((_, last) -> last)
        .map(step -> error(step.path("name").asString(""), step.path("state")))
        .orElse("");
  }

  private static String error(String step, JsonNode state) {
    String text = "Step \"%s\" failed: %s (%s)"
        .formatted(step, state.path("error").asString(""), state.path("class").asString("unknown"));
    return state.hasNonNull("details")
        ? "%s%n  details: %s".formatted(text, Json.write(state.get("details")))
        : text;
  }

  private static String duration(JsonNode step) {
    if (!step.path("started").isNumber() || !step.path("completed").isNumber()) {
      return "";
    }
    double seconds = step.get("completed").asDouble() - step.get("started").asDouble();
    return seconds < 10
        ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
