package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.settings.Setting;
import io.orchestrator4j.server.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the page of settings to their table; with {@code -Dsettings.update=true} the page is written anew. */
final class SettingsPageTest {

  private static final Path PAGE = Path.of("../docs/settings.md");
  private static final Pattern TABLE = Pattern.compile(
      "(?<=<!-- settings: written by SettingsPageTest -->\n).*(?=<!-- end of settings -->)",
      Pattern.DOTALL);

  @Test
  void thePageOfSettingsIsTheTableOfSettings() throws Exception {
    String page = Files.readString(PAGE);

    String right = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(table()));

    if (Boolean.getBoolean("settings.update")) {
      Files.writeString(PAGE, right);
    } else {
      assertThat(page)
          .as("./mvnw -pl cli -am test -Dtest=SettingsPageTest -Dsettings.update=true writes it")
          .isEqualTo(right);
    }
  }

  private static String table() {
    return """
        | key in application.yaml | option | variable | default | what it does |
        |---|---|---|---|---|
        """ + Settings.table().stream().map(SettingsPageTest::row).collect(Collectors.joining());
  }

  private static String row(Setting<?> setting) {
    String options = SettingOptions.names(setting).stream()
        .map(SettingsPageTest::code)
        .collect(Collectors.joining(", "));
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            code(setting.name()),
            options,
            code(setting.variable()),
            setting.standard().isEmpty() ? "" : code(setting.standard()),
            setting.meaning().replace("<", "&lt;"));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
