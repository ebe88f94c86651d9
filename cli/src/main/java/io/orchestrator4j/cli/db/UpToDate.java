package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.migration.KnownMigration;
import java.util.List;

/** What has to hold before a migration is written: otherwise it would have what others have already. */
final class UpToDate {

  private UpToDate() {}

  /**
   * Demands that schema and migrations are applied.
   *
   * @throws CommandFailure if one is not
   */
  static void require(DatabaseCare database) {
    database.requireSchema();
    List<KnownMigration> pending = database.migrator().pending();
    if (!pending.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "The database lacks migrations that are there already: %s. First apply them: db upgrade heads"
              .formatted(pending));
    }
  }
}
