package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.transfer.ExportManifest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Load what 'db export' has written into a database that is empty: all of it, or nothing.",
      "The schema is made for it, at the version of the export; 'db upgrade heads' brings it up to date."
    })
final class ImportCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Parameters(paramLabel = "<file>", description = "The file that 'db export' has written.")
  private Path file = Path.of("");

  ImportCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return access.with(database -> {
      ExportManifest manifest = database.importFrom(file);
      terminal.line("Imported %d rows of %d tables, as they were at %s (schema V%s, PostgreSQL %s)"
          .formatted(
              manifest.rows(),
              manifest.tables().size(),
              manifest.takenAt(),
              manifest.schemaVersion(),
              manifest.postgresVersion()));
      if (manifest.runningProcesses() > 0) {
        terminal.line(
            "%d processes were under way: the first server that starts goes on with them, and runs the step again that they were in."
                .formatted(manifest.runningProcesses()));
      }
      terminal.line(
          isUpToDate(database)
              ? "To compare it with the code: db check"
              : "To bring the schema up to date: db upgrade heads");
      return 0;
    });
  }

  private static boolean isUpToDate(DatabaseCare database) {
    return database.schemaVersions().stream().map(Schema.Version::at).noneMatch(at -> at == null);
  }
}
