package io.orchestrator4j.cli.generate;

import io.orchestrator4j.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands that write what an author begins with. */
@Command(
    name = "generate",
    description = "Write the beginning of something of your own.",
    synopsisSubcommandLabel = "COMMAND")
public final class GenerateCommand {

  private GenerateCommand() {}

  /**
   * The group with all its commands.
   *
   * @param version the one of this platform on which a project is to depend
   */
  public static CommandLine of(Terminal terminal, String version) {
    return new CommandLine(new GenerateCommand())
        .addSubcommand(new ProjectCommand(terminal, version));
  }
}
