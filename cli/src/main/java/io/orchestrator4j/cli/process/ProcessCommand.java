package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands that operate processes on a running server. */
@Command(
    name = "process",
    description = "Start, follow and steer processes on a running server.",
    synopsisSubcommandLabel = "COMMAND")
public final class ProcessCommand {

  private ProcessCommand() {}

  /** The group with all its commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new ProcessCommand())
        .addSubcommand(new ListCommand(terminal))
        .addSubcommand(new ShowCommand(terminal))
        .addSubcommand(new StartCommand(terminal))
        .addSubcommand(new ResumeCommand(terminal))
        .addSubcommand(new RetryCommand(terminal))
        .addSubcommand(new AbortCommand(terminal));
  }

  /** The command that starts a process, under whatever name. */
  public static Callable<Integer> start(Terminal terminal) {
    return new StartCommand(terminal);
  }
}
