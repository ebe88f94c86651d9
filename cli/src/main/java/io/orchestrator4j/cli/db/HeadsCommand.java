package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.migration.MigrationLine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
    name = "heads",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "List the migrations of the code that no other follows. Usually there is one.")
final class HeadsCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Terminal terminal;

  HeadsCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<KnownMigration> heads = access.withMigrations(MigrationLine::heads);
    heads.forEach(each -> terminal.line(each.toString()));
    if (heads.size() > 1) {
      terminal.complain(
          "There are %d heads. A revision that follows them all brings them together: db revision --message ... %s"
              .formatted(
                  heads.size(),
                  heads.stream()
                      .map(each -> "--head " + each.id())
                      .collect(Collectors.joining(" "))));
    }
    return 0;
  }
}
