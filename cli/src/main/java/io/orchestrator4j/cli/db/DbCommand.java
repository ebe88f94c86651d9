package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The group of commands on the database. */
@Command(
    name = "db",
    description =
        "Bring the database to what the code needs, and look at its history. Embedded: while the server is stopped.",
    synopsisSubcommandLabel = "COMMAND")
public final class DbCommand {

  private DbCommand() {}

  /** The group with all its commands. */
  public static CommandLine of(DatabaseAccess access, Asking asking, Terminal terminal) {
    CommandLine group = new CommandLine(new DbCommand());
    List<Callable<Integer>> commands = List.of(
        new UpgradeCommand(access, terminal),
        new HistoryCommand(access, terminal),
        new HeadsCommand(access, terminal),
        new CurrentCommand(access, terminal),
        new CheckCommand(access, terminal),
        new ExportCommand(access, terminal),
        new ImportCommand(access, terminal),
        new InitCommand(access, terminal),
        new RevisionCommand(access, terminal),
        new MigrateDomainModelsCommand(access, asking, terminal));
    commands.forEach(command -> group.addSubcommand(withOptions(access, command)));
    group.addSubcommand(
        "migrate-workflows",
        withOptions(access, new MigrateWorkflowsCommand(access, asking, terminal, false)));
    group.addSubcommand(
        "migrate-tasks",
        withOptions(access, new MigrateWorkflowsCommand(access, asking, terminal, true)));
    // -1 is no option there
    return group.addSubcommand(withOptions(access, new DowngradeCommand(access, terminal))
        .setUnmatchedOptionsArePositionalParams(true));
  }

  private static CommandLine withOptions(DatabaseAccess access, Callable<Integer> command) {
    return new CommandLine(access.addOptions(CommandSpec.forAnnotatedObject(command)));
  }
}
