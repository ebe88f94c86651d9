package io.orchestrator4j.cli;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.cli.terminal.Program;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.node.NodeRole;
import io.orchestrator4j.server.node.DatabaseAddress;
import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.Collection;
import org.springframework.context.ApplicationContext;

/** What an operator reads when the server is ready. */
record ReadyMessage(
    String url, String database, Collection<WorkflowDefinition> workflows, boolean answers) {

  private static final String USUAL_URL = "http://127.0.0.1:8080";

  static ReadyMessage of(ApplicationContext context) {
    Settings settings = context.getBean(Settings.class);
    return new ReadyMessage(
        "http://%s:%s"
            .formatted(
                bracketed(settings.value(Settings.WEB_ADDRESS)),
                context.getEnvironment().getRequiredProperty("local.server.port")),
        context.getBean(DatabaseAddress.class).description(),
        context.getBean(Orchestrator.class).workflows().all(),
        NodeRole.parse(settings.value(Settings.NODE_ROLES)).contains(NodeRole.API));
  }

  void print(Terminal terminal) {
    terminal.line("Ready.");
    terminal.line();
    new Table("  ")
        .row("URL", url + "  (all requests: " + url + "/api/docs)")
        .row("Database", database)
        .row("Workflows", counts())
        .print(terminal);
    terminal.line();
    if (answers) {
      terminal.line("In another terminal, try:");
      terminal.line("  " + next());
    } else {
      terminal.line(
          "It runs processes; what is asked is answered by servers that have the role api (%s)."
              .formatted(Settings.NODE_ROLES.name()));
    }
    terminal.line("Ctrl-C stops the server.");
  }

  private String counts() {
    long tasks = workflows.stream().filter(WorkflowDefinition::isTask).count();
    return "%s, %s".formatted(count(workflows.size() - tasks, "workflow"), count(tasks, "task"));
  }

  private static String count(long number, String word) {
    return "%d %s%s".formatted(number, word, number == 1 ? "" : "s");
  }

  private String next() {
    String command = FirstTry.of(workflows)
        .map(workflow -> Program.command("process", "start", workflow.name()))
        .orElse(Program.command("process", "list"));
    return url.equals(USUAL_URL) ? command : command + " --url " + url;
  }

  private static String bracketed(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }
}
