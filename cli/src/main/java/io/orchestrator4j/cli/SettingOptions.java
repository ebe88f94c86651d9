package io.orchestrator4j.cli;

import io.orchestrator4j.server.settings.Setting;
import io.orchestrator4j.server.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The options that stand for settings: one for each row of their table, and {@code --set} for any other key. */
final class SettingOptions {

  private static final Map<Setting<?>, String> SHORT = Map.of(
      Settings.WEB_ADDRESS, "--address",
      Settings.WEB_PORT, "--port",
      Settings.DATABASE_FOLDER, "--data-folder");

  private final Map<String, String> given = new LinkedHashMap<>();

  /** All names of a setting as an option, the common one first. */
  static List<String> names(Setting<?> setting) {
    return SHORT.containsKey(setting)
        ? List.of(SHORT.get(setting), setting.option())
        : List.of(setting.option());
  }

  CommandSpec addTo(CommandSpec command) {
    for (Setting<?> setting : Settings.table()) {
      command.addOption(option(setting));
    }
    return command.addOption(OptionSpec.builder("--set")
        .type(Map.class)
        .auxiliaryTypes(String.class, String.class)
        .paramLabel("<key>=<value>")
        .description("Any other key of application.yaml; can be repeated.")
        .setter(new ISetter() {
          @Override
          public <T> T set(T value) {
            if (value instanceof Map<?, ?> keys) {
              keys.forEach((key, text) -> given.put(String.valueOf(key), String.valueOf(text)));
            }
            return value;
          }
        })
        .build());
  }

  private OptionSpec option(Setting<?> setting) {
    OptionSpec.Builder option = OptionSpec.builder(names(setting).toArray(String[]::new))
        .type(String.class)
        .paramLabel("<value>")
        .description(description(setting))
        .setter(new ISetter() {
          @Override
          public <T> T set(T value) {
            if (value instanceof String text) {
              given.put(setting.name(), text);
            }
            return value;
          }
        });
    return setting.standard().equals("false")
        ? option.arity("0..1").fallbackValue("true").build()
        : option.build();
  }

  private static String description(Setting<?> setting) {
    String standard = setting.standard();
    return (setting.meaning() + (standard.isEmpty() ? "." : " (default: " + standard + ")."))
        .replace("%", "%%");
  }

  /** The given ones, as Spring's own arguments. */
  String[] arguments() {
    List<String> arguments = new ArrayList<>();
    given.forEach((key, value) -> arguments.add("--%s=%s".formatted(key, value)));
    return arguments.toArray(String[]::new);
  }
}
