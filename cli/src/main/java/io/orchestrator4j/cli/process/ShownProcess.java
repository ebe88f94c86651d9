package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A process as an operator reads it: where it stands, its timeline, what is wrong, what to do next. */
record ShownProcess(JsonNode process, ServerOptions server) {

  private static final Set<String> FAILED =
      Set.of("failed", "api_unavailable", "inconsistent_data");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  /** The process as it is when it no longer runs. */
  static ShownProcess whenStill(ServerOptions server, String processId) {
    return new ShownProcess(
        Waiting.untilStill(server.client(), processId, Duration.ofDays(1)), server);
  }

  String id() {
    return process.path("process_id").asString("");
  }

  String status() {
    return process.path("last_status").asString("");
  }

  boolean isMoving() {
    return Waiting.isMoving(process);
  }

  boolean isFailed() {
    return FAILED.contains(status());
  }

  boolean isSuspended() {
    return status().equals("suspended");
  }

  /** What the shell is told after waiting for it. */
  ExitCode exitCode() {
    return isFailed() || status().equals("aborted") ? ExitCode.FAILED : ExitCode.DONE;
  }

  static String time(JsonNode epochSeconds) {
    return epochSeconds.isNumber()
        ? TIME.format(Instant.ofEpochMilli((long) (epochSeconds.asDouble() * 1000)))
        : "";
  }

  void print(Terminal terminal) {
    if (server.json()) {
      terminal.json(process);
      return;
    }
    new Table("")
        .row("Process", id())
        .row("Workflow", process.path("workflow_name").asString(""))
        .row("Status", status())
        .row(
            "Started",
            "%s by %s"
                .formatted(
                    time(process.path("started_at")),
                    process.path("created_by").asString("nobody")))
        .print(terminal);
    if (process.path("note").isString()) {
      terminal.line("Note      " + process.get("note").asString());
    }
    terminal.line();
    ShownTimeline.print(process, "  ", terminal);
    if (process.path("progress").isObject()) {
      terminal.line();
      terminal.line(progress(process.get("progress")));
    }
    if (isFailed()) {
      terminal.line();
      terminal.line(ShownTimeline.error(process));
    }
    printNext(terminal);
  }

  private static String progress(JsonNode progress) {
    return Stream.of(
            progress.path("step").asString("") + ":",
            progress.path("percent").isNumber() ? progress.get("percent").asInt() + " %" : "",
            progress.path("message").asString(""),
            "(" + time(progress.path("at")) + ")")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private void printNext(Terminal terminal) {
    if (isFailed()) {
      terminal.line();
      terminal.line("When the cause is gone:  " + server.command("process", "retry", id()));
      terminal.line("To give up:              " + server.command("process", "abort", id()));
    } else if (isSuspended()) {
      terminal.line();
      terminal.line("It waits for an answer:  " + server.command("process", "resume", id()));
    } else if (isMoving()) {
      terminal.line();
      terminal.line(
          "It is under way:         " + server.command("process", "show", "--wait", id()));
    }
  }
}
