package io.orchestrator4j.cli.catalogue;

import io.orchestrator4j.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about workflows. */
@Command(
    name = "workflow",
    description = "Look at the workflows of a running server.",
    synopsisSubcommandLabel = "COMMAND")
public final class WorkflowCommand {

  private WorkflowCommand() {}

  /** The group with all its commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new WorkflowCommand())
        .addSubcommand("list", new WorkflowListCommand(terminal, false))
        .addSubcommand("show", new WorkflowShowCommand(terminal));
  }
}
