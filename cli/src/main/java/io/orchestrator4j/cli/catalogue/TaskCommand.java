package io.orchestrator4j.cli.catalogue;

import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about tasks. */
@Command(
    name = "task",
    description = "List the tasks of a running server, and run one.",
    synopsisSubcommandLabel = "COMMAND")
public final class TaskCommand {

  private TaskCommand() {}

  /**
   * The group with all its commands.
   *
   * @param run the command that starts a process and waits for it, which is what running a task is
   */
  public static CommandLine of(Terminal terminal, Callable<Integer> run) {
    return new CommandLine(new TaskCommand())
        .addSubcommand("list", new WorkflowListCommand(terminal, true))
        .addSubcommand("run", new CommandLine(run).setCommandName("run"));
  }
}
