package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.transfer.ExportManifest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Write all that the database has into one file, as it is at one moment, to be imported on any PostgreSQL.",
      "The file has the data of customers: only its owner may read it."
    })
final class ExportCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Parameters(paramLabel = "<file>", description = "The file to write; it must not be there yet.")
  private Path file = Path.of("");

  ExportCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ExportManifest manifest =
        access.with(database -> database.exportTo(file, access.applicationRelease()));
    terminal.line("Exported %d rows of %d tables (schema V%s, PostgreSQL %s) to %s"
        .formatted(
            manifest.rows(),
            manifest.tables().size(),
            manifest.schemaVersion(),
            manifest.postgresVersion(),
            file.toAbsolutePath()));
    if (manifest.runningProcesses() > 0) {
      terminal.line(
          "%d processes were under way. Where it is imported, a server goes on with them and runs the step again that they were in: the servers here must not go on with them too."
              .formatted(manifest.runningProcesses()));
    }
    terminal.line("The key for secrets is not in it: take orchestrator.secrets.keys along.");
    return 0;
  }
}
