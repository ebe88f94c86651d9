package io.orchestrator4j.cli.engine;

import io.orchestrator4j.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands that operate the engine as a whole. */
@Command(
    name = "engine",
    description = "Pause the engine on all servers, and let it go on.",
    synopsisSubcommandLabel = "COMMAND")
public final class EngineCommand {

  private EngineCommand() {}

  /** The group with all its commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new EngineCommand())
        .addSubcommand(new StatusCommand(terminal))
        .addSubcommand(new PauseCommand(terminal))
        .addSubcommand(new ResumeCommand(terminal));
  }
}
