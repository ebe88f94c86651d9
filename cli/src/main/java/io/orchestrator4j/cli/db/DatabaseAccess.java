package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.migration.MigrationLine;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The way to the application's database and to its migrations, as its settings say. */
public interface DatabaseAccess {

  /**
   * Does something with the database, which is closed then.
   *
   * @throws CommandFailure if it cannot be reached, or something about it is refused
   */
  <T> T with(Function<DatabaseCare, T> work);

  /**
   * Does something with the application's migrations; the database is not opened.
   *
   * @throws CommandFailure if they cannot be read
   */
  <T> T withMigrations(Function<MigrationLine, T> work);

  /** Adds the options by which a command says where the database is. */
  CommandSpec addOptions(CommandSpec command);

  /** The package of the application's main class. */
  String applicationPackage();

  /** The version of Orchestrator4j that the application runs on. */
  String applicationRelease();
}
