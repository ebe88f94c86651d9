package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.KnownMigration;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The source of a migration.
 *
 * @param packageName its package
 * @param migration what it says
 * @param className as in {@code V20261123_1200__AddUserWorkflows}
 */
record MigrationFile(
    String packageName, KnownMigration migration, String className, String source) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

  /** One that does nothing yet. */
  static MigrationFile empty(String packageName, String message, List<String> follows) {
    return of(packageName, message, follows, List.of(), List.of());
  }

  /** One that does something, and says what takes it back. */
  static MigrationFile of(
      String packageName,
      String message,
      List<String> follows,
      List<CatalogueChange> upgrade,
      List<CatalogueChange> downgrade) {
    String className = className(message);
    return new MigrationFile(
        packageName,
        KnownMigration.named(className, follows, upgrade, downgrade),
        className,
        JavaMigration.source(packageName, className, follows, upgrade, downgrade));
  }

  private static String className(String message) {
    String words = Arrays.stream(message.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
    if (words.isEmpty() || !Character.isLetter(words.charAt(0))) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "The message '%s' makes no name of a class: begin it with a letter of a to z"
              .formatted(message));
    }
    return "V%s__%s".formatted(TIME.format(LocalDateTime.now(ZoneOffset.UTC)), words);
  }

  /** Writes it into a project; an existing file stays as it is, and is refused. */
  Path write(Path project) {
    return SourceFolder.of(project)
        .write("The migration", packageName, className + ".java", source);
  }
}
