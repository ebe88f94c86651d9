package io.orchestrator4j.cli.node;

import io.orchestrator4j.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands that operate nodes. */
@Command(
    name = "node",
    description = "List the servers on the database, and drain them.",
    synopsisSubcommandLabel = "COMMAND")
public final class NodeCommand {

  private NodeCommand() {}

  /** The group with all its commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new NodeCommand())
        .addSubcommand(new ListCommand(terminal))
        .addSubcommand(new DrainCommand(terminal));
  }
}
