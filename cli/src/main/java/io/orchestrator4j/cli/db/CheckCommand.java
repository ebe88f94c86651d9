package io.orchestrator4j.cli.db;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.catalogue.Difference;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "check",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Compare the code with the database: schema, migrations, workflows and their targets and products, products,",
      "blocks, fields with types, cardinality and the status that demands them, fixed inputs.",
      "Fails if a server could not start on it, or a migration is not applied."
    })
final class CheckCommand implements Callable<Integer> {

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  CheckCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  /** What was found. */
  private record Findings(List<KnownMigration> pending, Difference difference) {

    boolean isGood() {
      return pending.isEmpty() && !difference.stops();
    }
  }

  @Override
  public Integer call() {
    Findings findings = access.with(CheckCommand::findings);
    if (json) {
      terminal.json(tree(findings));
    } else {
      print(findings);
    }
    return findings.isGood() ? 0 : ExitCode.FAILED.code();
  }

  private static Findings findings(DatabaseCare database) {
    database.requireSchema();
    return new Findings(database.migrator().pending(), database.difference());
  }

  private static ObjectNode tree(Findings findings) {
    ObjectNode tree = Json.object().put("good", findings.isGood());
    tree.set(
        "not_applied",
        Json.toTree(findings.pending.stream().map(KnownMigration::id).toList()));
    tree.set("stops", Json.toTree(findings.difference.linesThatStop()));
    tree.set("other", Json.toTree(findings.difference.otherLines()));
    return tree;
  }

  private void print(Findings findings) {
    findings.pending.forEach(each -> terminal.line("not applied  " + each));
    findings.difference.lines().forEach(terminal::line);
    if (!findings.pending.isEmpty()) {
      terminal.line("To apply the migrations: db upgrade heads");
    } else if (findings.difference.stops()) {
      terminal.line(
          "To write a migration for the workflows: db migrate-workflows; by hand: db revision");
    } else {
      terminal.line("The database has all that the code needs.");
    }
  }
}
