package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.KnownMigration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a migration for the workflows in which code and database differ. */
@Command(
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Compare the workflows and tasks of the code with the database, let somebody choose which to add and which to",
      "delete, write the migration for it, and apply it if wanted."
    })
final class MigrateWorkflowsCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Asking asking;
  private final Terminal terminal;
  private final boolean tasksOnly;

  @Parameters(paramLabel = "<message>", description = "What the migration is for, in a few words.")
  private String message = "";

  @Option(
      names = "--yes",
      description =
          "Ask nothing: add all that the database lacks, as the code has it, and delete nothing.")
  private boolean yes;

  @Option(
      names = "--answers",
      paramLabel = "<file>",
      description =
          "Ask nothing: do what a file in JSON says, as in {\"add\": [{\"name\": \"create_user\", \"product_types\": [\"User\"]}], \"delete\": [\"old_one\"]}.")
  private @Nullable Path answers;

  @Option(names = "--apply", description = "Apply it without asking.")
  private boolean apply;

  @Option(
      names = "--project",
      paramLabel = "<folder>",
      description = "The application's project, which has src/main/java (default: this folder).")
  private Path project = Path.of("");

  MigrateWorkflowsCommand(
      DatabaseAccess access, Asking asking, Terminal terminal, boolean tasksOnly) {
    this.access = access;
    this.asking = asking;
    this.terminal = terminal;
    this.tasksOnly = tasksOnly;
  }

  @Override
  public Integer call() {
    return access.with(this::migrate);
  }

  private Integer migrate(DatabaseCare database) {
    UpToDate.require(database);
    WorkflowDifference difference = WorkflowDifference.of(database, tasksOnly);
    if (difference.isEmpty()) {
      terminal.line("There is nothing to do: the database has the workflows of the code.");
      return 0;
    }
    Questions questions = asking.on(terminal);
    Optional<ChosenWorkflows> chosen = chosen(database, difference, questions);
    if (chosen.isEmpty() || chosen.get().isEmpty()) {
      terminal.line("No migration was written.");
      return 0;
    }
    write(database, chosen.get(), questions);
    return 0;
  }

  private Optional<ChosenWorkflows> chosen(
      DatabaseCare database, WorkflowDifference difference, Questions questions) {
    if (answers != null) {
      return Optional.of(WorkflowAnswers.read(answers).of(difference));
    }
    if (yes) {
      return Optional.of(WorkflowAnswers.all(difference));
    }
    return new WorkflowMenu(
            questions, terminal, difference, WorkflowDifference.productTypes(database))
        .walk();
  }

  private void write(DatabaseCare database, ChosenWorkflows chosen, Questions questions) {
    MigrationFile file = MigrationFile.of(
        access.applicationPackage() + ".migrations",
        message,
        database.migrations().heads().stream().map(KnownMigration::id).toList(),
        chosen.upgrade(),
        chosen.downgrade());
    new WrittenMigration(terminal, file)
        .offer(database, project, apply, yes || answers != null, questions);
  }
}
