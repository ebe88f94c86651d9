package io.orchestrator4j.cli;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.server.settings.Setting;
import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.server.settings.WrongSettings;
import io.orchestrator4j.value.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "show",
    sortOptions = false,
    abbreviateSynopsis = true,
    description =
        "Show all settings as run would have them, and where each was set; secrets are masked.")
final class ConfigShowCommand implements Callable<Integer> {

  private final Class<?> application;
  private final SettingOptions options;
  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ConfigShowCommand(Class<?> application, SettingOptions options, Terminal terminal) {
    this.application = application;
    this.options = options;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    if (json) {
      ObjectNode all = Json.object();
      for (Setting<?> setting : Settings.table()) {
        all.putObject(setting.name())
            .put("value", settings.shown(setting))
            .put("origin", settings.origin(setting));
      }
      terminal.json(all);
    } else {
      Table table = new Table("").row("SETTING", "VALUE", "SET BY");
      for (Setting<?> setting : Settings.table()) {
        table.row(setting.name(), settings.shown(setting), settings.origin(setting));
      }
      table.print(terminal);
    }
    return 0;
  }

  private Settings settings() {
    try {
      return Settings.read(ApplicationEnvironment.of(application, options.arguments()));
    } catch (WrongSettings e) {
      throw new CommandFailure(
          ExitCode.FAILED, String.join(System.lineSeparator(), e.complaints()));
    }
  }
}
