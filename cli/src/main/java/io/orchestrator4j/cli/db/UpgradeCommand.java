package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.KnownMigration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "upgrade",
    sortOptions = false,
    abbreviateSynopsis = true,
    description =
        "Bring the schema up to date, and apply the application's migrations, each in a transaction of its own.")
final class UpgradeCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "<target>",
      arity = "0..1",
      defaultValue = "heads",
      description = "The id of the last migration to apply; all of them if not given, or 'heads'.")
  private String target = "heads";

  UpgradeCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<KnownMigration> applied =
        access.with(database -> database.upgrade(target, Operator.caller()));
    applied.forEach(each -> terminal.line("applied  " + each));
    if (applied.isEmpty()) {
      terminal.line("The database is up to date.");
    }
    return 0;
  }
}
