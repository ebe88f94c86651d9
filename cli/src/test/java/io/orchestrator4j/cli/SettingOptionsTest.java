package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.settings.Setting;
import io.orchestrator4j.server.settings.Settings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class SettingOptionsTest {

  private final SettingOptions options = new SettingOptions();
  private final CommandLine command = new CommandLine(options.addTo(CommandSpec.create()));

  @Test
  void eachSettingIsAnOption() {
    assertThat(command.getCommandSpec().optionsMap().keySet())
        .containsAll(Settings.table().stream().map(Setting::option).toList());
  }

  @Test
  void optionsBecomeSettingsUnderEachOfTheirNames() {
    command.parseArgs("--port", "9", "--web-address", "::1", "--limits-body=1KB");

    assertThat(options.arguments())
        .containsExactlyInAnyOrder(
            "--orchestrator.web.port=9",
            "--orchestrator.web.address=::1",
            "--orchestrator.limits.body=1KB");
  }

  @Test
  void whatIsTrueOrFalseNeedsNoValue() {
    command.parseArgs("--web-insecure-remote-access");

    assertThat(options.arguments())
        .containsExactly("--orchestrator.web.insecure-remote-access=true");
  }

  @Test
  void anyOtherKeyCanBeSet() {
    command.parseArgs("--set", "shop.url=http://a/?b=c", "--set=logging.level.root=debug");

    assertThat(options.arguments())
        .containsExactly("--shop.url=http://a/?b=c", "--logging.level.root=debug");
  }

  @Test
  void anEmptyValueIsAValue() {
    command.parseArgs("--database-url=");

    assertThat(options.arguments()).containsExactly("--orchestrator.database.url=");
  }

  @Test
  void whatIsNotGivenIsLeftToTheConfiguration() {
    command.parseArgs();

    assertThat(options.arguments()).isEmpty();
  }
}
