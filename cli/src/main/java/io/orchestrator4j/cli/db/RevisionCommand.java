package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.migration.MigrationLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "revision",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Write an empty migration that follows the last one.")
final class RevisionCommand implements Callable<Integer> {

  private static final String DATA = "data";

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Option(
      names = {"-m", "--message"},
      required = true,
      paramLabel = "<message>",
      description = "What it is for, in a few words.")
  private String message = "";

  @Option(
      names = "--head",
      paramLabel = "<id>",
      description =
          "The migration that it follows; can be repeated to bring several heads together. 'data', which is meant if nothing is given, stands for the only head.")
  private List<String> heads = new ArrayList<>();

  @Option(
      names = "--project",
      paramLabel = "<folder>",
      description = "The application's project, which has src/main/java (default: this folder).")
  private Path project = Path.of("");

  RevisionCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> follows = access.withMigrations(this::follows);
    MigrationFile file =
        MigrationFile.empty(access.applicationPackage() + ".migrations", message, follows);
    Path written = file.write(project);
    terminal.line("Wrote " + written);
    terminal.line("Say what it does there, then: db upgrade heads");
    return 0;
  }

  private List<String> follows(MigrationLine line) {
    List<String> ids = line.heads().stream().map(KnownMigration::id).toList();
    if (heads.isEmpty() || heads.equals(List.of(DATA))) {
      if (ids.size() > 1) {
        throw new CommandFailure(
            ExitCode.FAILED,
            "There are several heads: %s. Name the one that it follows, or all to bring them together: %s"
                .formatted(
                    String.join(", ", ids),
                    ids.stream().map("--head %s"::formatted).collect(Collectors.joining(" "))));
      }
      return ids;
    }
    for (String head : heads) {
      if (line.find(head).isEmpty()) {
        throw new CommandFailure(
            ExitCode.FAILED,
            "There is no migration %s; the heads are %s".formatted(head, String.join(", ", ids)));
      }
    }
    return heads;
  }
}
