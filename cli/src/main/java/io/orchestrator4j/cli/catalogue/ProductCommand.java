package io.orchestrator4j.cli.catalogue;

import io.orchestrator4j.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about products. */
@Command(
    name = "product",
    description = "Look at the products of a running server.",
    synopsisSubcommandLabel = "COMMAND")
public final class ProductCommand {

  private ProductCommand() {}

  /** The group with all its commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new ProductCommand())
        .addSubcommand(new ProductListCommand(terminal))
        .addSubcommand(new ProductShowCommand(terminal));
  }
}
