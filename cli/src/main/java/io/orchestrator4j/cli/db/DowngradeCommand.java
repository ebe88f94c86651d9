package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.migration.Migrator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "downgrade",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Take back the application's migrations, the last one first, each in a transaction of its own.",
      "The schema only goes up: to have an older one, restore the database from before its upgrade."
    })
final class DowngradeCommand implements Callable<Integer> {

  private static final Pattern COUNT = Pattern.compile("-(\\d{1,6})");
  private static final Pattern SCHEMA = Pattern.compile("[vV]\\d+|schema(@.*)?");

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "<target>",
      arity = "0..1",
      defaultValue = "-1",
      description =
          "How many, as in -1, which is also meant if nothing is given; or the id of the one that shall be the last to stay.")
  private String target = "-1";

  DowngradeCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (SCHEMA.matcher(target).matches()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "The schema only goes up. To have the one before %s, restore the database from before its upgrade, and start the program of that time"
              .formatted(target));
    }
    List<KnownMigration> back = access.with(database -> {
      database.requireSchema();
      return downgraded(database.migrator());
    });
    back.forEach(each -> terminal.line("taken back  " + each));
    if (back.isEmpty()) {
      terminal.line("There is nothing to take back.");
    }
    return 0;
  }

  private List<KnownMigration> downgraded(Migrator migrator) {
    Matcher count = COUNT.matcher(target);
    return count.matches()
        ? migrator.downgrade(Integer.parseInt(count.group(1)), Operator.caller())
        : migrator.downgradeTo(target, Operator.caller());
  }
}
