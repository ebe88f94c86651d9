package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List processes, the newest first.")
final class ListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Option(
      names = "--status",
      paramLabel = "<status>",
      description =
          "Only those in this status: running, suspended, failed, completed, aborted, ...")
  private @Nullable String status;

  @Option(names = "--workflow", paramLabel = "<name>", description = "Only those of this workflow.")
  private @Nullable String workflow;

  @Option(
      names = "--limit",
      paramLabel = "<count>",
      defaultValue = "20",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--all",
      description = "All there are, however many; with --json, one list with a process a line.")
  private boolean all;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (all) {
      new WholeList(server, filter(), terminal).print();
      return 0;
    }
    JsonNode processes = server.client().processes(limit, filter()).orFail();
    if (server.json()) {
      terminal.json(processes);
    } else if (processes.isEmpty()) {
      terminal.line("No process is there%s.".formatted(filter().isEmpty() ? " yet" : " like that"));
    } else {
      print(processes, true, terminal);
    }
    return 0;
  }

  private String filter() {
    List<String> parts = new ArrayList<>();
    if (status != null) {
      parts.add("last_status," + status.toLowerCase(Locale.ROOT));
    }
    if (workflow != null) {
      parts.add("workflow_name," + workflow);
    }
    return String.join(",", parts);
  }

  /** Prints a part of a list; only the first one has a heading. */
  static void print(JsonNode processes, boolean first, Terminal terminal) {
    Table table = new Table("");
    if (first) {
      table.row("PROCESS", "WORKFLOW", "STATUS", "LAST STEP", "STARTED", "BY");
    }
    for (JsonNode process : processes) {
      table.row(
          process.path("process_id").asString(""),
          process.path("workflow_name").asString(""),
          process.path("last_status").asString(""),
          process.path("last_step").asString(""),
          ShownProcess.time(process.path("started_at")),
          process.path("created_by").asString(""));
    }
    table.print(terminal);
  }
}
