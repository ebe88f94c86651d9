package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.catalogue.CatalogueRow;
import io.orchestrator4j.catalogue.CatalogueRow.BlockRow;
import io.orchestrator4j.catalogue.CatalogueRow.FieldRow;
import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.catalogue.CatalogueRow.LinkRow;
import io.orchestrator4j.catalogue.CatalogueRow.ProductRow;
import io.orchestrator4j.catalogue.CatalogueRow.RelationRow;
import io.orchestrator4j.catalogue.CatalogueRow.RootRow;
import io.orchestrator4j.catalogue.CatalogueRow.WorkflowRow;
import io.orchestrator4j.catalogue.Difference;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.KnownMigration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "migrate-domain-models",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Compare products, blocks, fields and fixed inputs of the code with the database, and write the migration for it.",
      "What was renamed is asked, never guessed; nothing is deleted that was not named."
    })
final class MigrateDomainModelsCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Asking asking;
  private final Terminal terminal;

  @Parameters(paramLabel = "<message>", description = "What the migration is for, in a few words.")
  private String message = "";

  @Option(
      names = "--yes",
      description = "Ask nothing: what the database lacks is new, and nothing is deleted.")
  private boolean yes;

  @Option(
      names = "--answers",
      paramLabel = "<file>",
      description =
          "Ask nothing: decide as a file in JSON says, as in {\"renames\": {\"block 'Port', field 'mode'\": \"port_mode\"}, \"deletes\": [\"block 'Old'\"], \"values\": {\"block 'Port', field 'speed'\": 1000}}.")
  private @Nullable Path answers;

  @Option(
      names = "--test",
      description =
          "Write nothing: apply it and take it back, in a transaction of which nothing stays.")
  private boolean test;

  @Option(names = "--apply", description = "Apply it without asking.")
  private boolean apply;

  @Option(
      names = "--project",
      paramLabel = "<folder>",
      description = "The application's project, which has src/main/java (default: this folder).")
  private Path project = Path.of("");

  MigrateDomainModelsCommand(DatabaseAccess access, Asking asking, Terminal terminal) {
    this.access = access;
    this.asking = asking;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return access.with(this::migrate);
  }

  private Integer migrate(DatabaseCare database) {
    UpToDate.require(database);
    Questions questions = asking.on(terminal);
    ModelChanges changes = changes(database, decisions(questions));
    if (changes.upgrade().isEmpty()) {
      terminal.line("There is nothing to do: the database has the products of the code.");
      return 0;
    }
    changes.upgrade().stream().map(CatalogueChange::line).forEach(terminal::line);
    MigrationFile file = MigrationFile.of(
        access.applicationPackage() + ".migrations",
        message,
        database.migrations().heads().stream().map(KnownMigration::id).toList(),
        changes.upgrade(),
        changes.downgrade());
    KnownMigration migration = file.migration();
    if (test) {
      database.test(migration);
      terminal.line("It can be applied and taken back. Nothing was written.");
      return 0;
    }
    new WrittenMigration(terminal, file)
        .offer(database, project, apply, yes || answers != null, questions);
    return 0;
  }

  private ModelDecisions decisions(Questions questions) {
    if (answers != null) {
      return FiledDecisions.read(answers);
    }
    return yes ? FiledDecisions.none() : new AskedDecisions(questions);
  }

  private static ModelChanges changes(DatabaseCare database, ModelDecisions decisions) {
    ModelChanges changes = new ModelChanges(decisions, row -> subscriptions(database, row));
    Difference difference = database.difference();
    while (changes.rename(difference)) {
      difference = database.differenceAfter(changes.upgrade());
    }
    changes.complete(difference);
    return changes;
  }

  private static long subscriptions(DatabaseCare database, CatalogueRow row) {
    return switch (row) {
      case ProductRow product -> database.subscriptionsTo(product.product());
      case FixedInputRow input -> database.subscriptionsTo(input.product());
      case RootRow root -> database.subscriptionsTo(root.product());
      case BlockRow block -> database.subscriptionsWith(block.block());
      case FieldRow field -> database.subscriptionsWith(field.block());
      case RelationRow relation -> database.subscriptionsWith(relation.block());
      case WorkflowRow _, LinkRow _ -> 0;
    };
  }
}
