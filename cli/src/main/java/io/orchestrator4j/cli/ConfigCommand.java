package io.orchestrator4j.cli;

import io.orchestrator4j.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about the configuration. */
@Command(
    name = "config",
    description = "Look at the configuration.",
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {

  private ConfigCommand() {}

  static CommandLine of(Class<?> application, Terminal terminal) {
    SettingOptions options = new SettingOptions();
    var show = new ConfigShowCommand(application, options, terminal);
    return new CommandLine(new ConfigCommand())
        .addSubcommand(options.addTo(CommandLine.Model.CommandSpec.forAnnotatedObject(show)));
  }
}
