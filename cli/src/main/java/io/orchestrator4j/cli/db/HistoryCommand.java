package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.AppliedMigration;
import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.value.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    sortOptions = false,
    abbreviateSynopsis = true,
    description =
        "List the versions of the schema and the application's migrations: what is applied since when, and what is not.")
final class HistoryCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  HistoryCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  /** A line of the history. */
  private record Entry(
      String line, String id, String message, @Nullable Instant appliedAt, String appliedBy) {}

  @Override
  public Integer call() {
    List<Entry> entries = access.with(HistoryCommand::entries);
    if (json) {
      terminal.json(Json.toTree(entries));
      return 0;
    }
    Table table = new Table("").row("LINE", "ID", "WHAT", "APPLIED", "BY");
    for (Entry entry : entries) {
      table.row(entry.line, entry.id, entry.message, time(entry.appliedAt), entry.appliedBy);
    }
    table.print(terminal);
    return 0;
  }

  private static List<Entry> entries(DatabaseCare database) {
    List<Entry> entries = new ArrayList<>();
    for (Schema.Version version : database.schemaVersions()) {
      entries.add(
          new Entry("schema", "V" + version.version(), version.description(), version.at(), ""));
    }
    database.requireSchema();
    for (AppliedMigration applied : database.migrator().applied()) {
      entries.add(new Entry("data", applied.id(), applied.message(), applied.at(), applied.by()));
    }
    for (KnownMigration pending : database.migrator().pending()) {
      entries.add(new Entry("data", pending.id(), pending.message(), null, ""));
    }
    return entries;
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "not yet" : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
