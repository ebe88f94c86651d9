package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.KnownMigration;
import java.nio.file.Path;

/** A migration on its way into a project, and into the database if that is wanted. */
record WrittenMigration(Terminal terminal, MigrationFile file) {

  /**
   * Writes and shows it, and applies it.
   *
   * @param apply whether it is applied without asking
   * @param silent whether nobody is asked
   */
  void offer(
      DatabaseCare database, Path project, boolean apply, boolean silent, Questions questions) {
    Path written = file.write(project);
    terminal.line(file.source());
    terminal.line("Wrote " + written);
    if (apply || (!silent && questions.confirm("Apply it now?"))) {
      KnownMigration migration = file.migration();
      database.apply(migration, Operator.caller());
      terminal.line("applied  " + migration);
    } else {
      terminal.line("To apply it: db upgrade heads");
    }
  }
}
