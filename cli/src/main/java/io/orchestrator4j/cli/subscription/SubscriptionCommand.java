package io.orchestrator4j.cli.subscription;

import io.orchestrator4j.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about subscriptions. */
@Command(
    name = "subscription",
    description = "Find subscriptions on a running server, and look at one.",
    synopsisSubcommandLabel = "COMMAND")
public final class SubscriptionCommand {

  private SubscriptionCommand() {}

  /** The group with all its commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new SubscriptionCommand())
        .addSubcommand(new ListCommand(terminal))
        .addSubcommand(new ShowCommand(terminal));
  }
}
