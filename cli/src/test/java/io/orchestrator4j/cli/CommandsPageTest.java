package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.server.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Holds the page of commands to their helps; with {@code -Dcommands.update=true} the page is written anew. */
final class CommandsPageTest {

  @SpringBootApplication
  static class Application {}

  private static final Path PAGE = Path.of("../docs/commands.md");
  private static final Pattern HELPS = Pattern.compile(
      "(?<=<!-- commands: written by CommandsPageTest -->\n).*(?=<!-- end of commands -->)",
      Pattern.DOTALL);
  private static final int WIDTH = 110;

  @Test
  void thePageOfCommandsIsWhatTheirHelpsSay() throws Exception {
    String page = Files.readString(PAGE);

    String right = HELPS.matcher(page).replaceFirst(Matcher.quoteReplacement(helps()));

    if (Boolean.getBoolean("commands.update")) {
      Files.writeString(PAGE, right);
    } else {
      assertThat(page)
          .as("./mvnw -pl cli -am test -Dtest=CommandsPageTest -Dcommands.update=true writes it")
          .isEqualTo(right);
    }
  }

  private static String helps() {
    CommandLine tree = CommandTree.of(Application.class, Terminal.standard());
    // as in all commands that the guide shows, whatever this test was started as
    tree.setCommandName("orchestrator");
    return with(tree).map(CommandsPageTest::section).collect(Collectors.joining("\n", "\n", "\n"));
  }

  /** A command, and all below it, in the order in which its help names them. */
  private static Stream<CommandLine> with(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandsPageTest::with));
  }

  private static String section(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    String level = "#".repeat(Math.min(3, 1 + name.split(" ").length));
    return "%s %s\n\n```\n%s```\n".formatted(level, name, help(command));
  }

  private static String help(CommandLine command) {
    command.getCommandSpec().usageMessage().width(WIDTH);
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandsPageTest::own);
    // how all commands end is on the page once
    return command
        .getUsageMessage(Help.Ansi.OFF)
        .replaceFirst("(?s)\n+Exit codes:\n.*", "\n")
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The options without those that are settings, which have a page of their own. */
  private static String own(Help help) {
    List<OptionSpec> all = help.commandSpec().options();
    List<OptionSpec> own = all.stream().filter(option -> !isSetting(option)).toList();
    return help.optionListExcludingGroups(own)
        + (own.size() < all.size() ? "      ... and one for each setting\n" : "");
  }

  private static boolean isSetting(OptionSpec option) {
    return Settings.table().stream()
        .anyMatch(setting -> SettingOptions.names(setting).contains(option.longestName()));
  }
}
