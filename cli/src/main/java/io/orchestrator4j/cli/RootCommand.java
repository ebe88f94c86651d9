package io.orchestrator4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    description =
        "Runs durable workflows, and operates a server that does. Without a command: run.",
    synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Callable<Integer> {

  private final RunCommand run;

  RootCommand(RunCommand run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return run.call();
  }
}
