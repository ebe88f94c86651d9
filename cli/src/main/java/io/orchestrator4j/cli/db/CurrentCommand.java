package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.AppliedMigration;
import io.orchestrator4j.store.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "current",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Say where the database is: the schema's version, and the last migrations.")
final class CurrentCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Terminal terminal;

  CurrentCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return access.with(database -> {
      print(database);
      return 0;
    });
  }

  private void print(DatabaseCare database) {
    database.schemaVersions().stream()
        .filter(version -> version.at() != null)
        .map(Schema.Version::version)
        .reduce((_, last) -> last)
        .ifPresentOrElse(
            version -> terminal.line("schema  V" + version), () -> terminal.line("schema  none"));
    database.requireSchema();
    List<AppliedMigration> applied = database.migrator().applied();
    Set<String> followed = new HashSet<>();
    applied.forEach(each -> followed.addAll(each.follows()));
    applied.stream()
        .filter(each -> !followed.contains(each.id()))
        .forEach(each -> terminal.line("data    %s (%s)".formatted(each.id(), each.message())));
    int pending = database.migrator().pending().size();
    if (pending > 0) {
      terminal.line("%d not applied: db upgrade heads".formatted(pending));
    }
  }
}
