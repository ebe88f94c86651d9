package io.orchestrator4j.cli;

import static io.orchestrator4j.cli.DbShell.project;
import static io.orchestrator4j.cli.DbShell.typing;
import static io.orchestrator4j.cli.DbShell.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.DbShell.Outcome;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.remodelled.Remodelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of products in code become a migration, and nothing is lost that nobody named. */
final class MigrateDomainModelsTest {

  private static final String VALUES =
      "select instance_values::text from %s.subscription_instances";

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  /** A database as it was before the code was changed, with one subscription. */
  private static DbShell before(String schema) {
    DbShell shell = new DbShell(Remodelled.class, postgres, schema);
    assertThat(shell.run("upgrade").exitCode()).isZero();
    shell.execute("""
        insert into %s.subscriptions (
          subscription_id, product_id, customer_id, description, status, version, created_at)
        select '00000000-0000-0000-0000-000000000001', product_id, 'ann', 'a lantern', 'active', 1, now()
        from %s.products;
        insert into %s.subscription_versions (
          subscription_id, version, changed_by, changed_at, change, snapshot)
        values ('00000000-0000-0000-0000-000000000001', 1, 'ann', now(), '{}', '{}');
        insert into %s.subscription_instances (
          subscription_instance_id, subscription_id, product_block_id, attribute, position, instance_values)
        select '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', product_block_id,
               'lantern', 0, '{"street": "Main Street", "paint": "black"}'
        from %s.product_blocks
        where name = 'LanternBlock';
        """);
    return shell;
  }

  private static Outcome migrate(DbShell shell, Path project, String... more) {
    List<String> words = new ArrayList<>(
        List.of("migrate-domain-models", "remodel", "--project", project.toString()));
    words.addAll(List.of(more));
    return shell.run(words.toArray(String[]::new));
  }

  @Test
  void withoutAnswersNothingIsRenamedAndNothingDeleted() throws IOException {
    DbShell shell = before("yes");
    Path project = project(folder.resolve("yes"));

    Outcome outcome = migrate(shell, project, "--yes", "--apply");

    assertThat(outcome.exitCode()).as(outcome.complaints()).isZero();
    assertThat(written(project))
        .contains(
            "catalogue.createBlock(new NewBlock(\"BulbBlock\", \"BB\", \"a bulb\")",
            "catalogue.addField(\"LanternBlock\", new NewField(\"place\", \"String\").at(0))",
            "catalogue.addBlocks(\"LanternBlock\", new NewBlocks(\"bulbs\", \"BulbBlock\").at(2).between(0, null))",
            "catalogue.setFixedInput(\"Lantern\", \"height\", \"4\")",
            "catalogue.deleteBlock(\"BulbBlock\")")
        .doesNotContain("renameField", "deleteField(\"LanternBlock\", \"paint\")");
    assertThat(shell.rows(VALUES))
        .containsExactly("{\"street\": \"Main Street\", \"paint\": \"black\"}");
    // what is applied and not compiled yet is not known to the program
    assertThat(shell.run("check").complaints()).contains("which this program does not have");
  }

  @Test
  void aFileNamesWhatWasRenamedWhatGoesAndWhatIsFilledIn() throws IOException {
    DbShell shell = before("answers");
    Path project = project(folder.resolve("answers"));
    Path answers = Files.writeString(folder.resolve("answers.json"), """
        {"renames": {"block 'LanternBlock', field 'place'": "street"},
         "deletes": ["block 'LanternBlock', field 'paint'"],
         "values": {"block 'LanternBlock', field 'power'": 60}}
        """);

    Outcome tried = migrate(shell, project, "--answers", answers.toString(), "--test");
    assertThat(tried.results()).contains("Nothing was written.");
    assertThat(shell.rows(VALUES))
        .containsExactly("{\"street\": \"Main Street\", \"paint\": \"black\"}");

    Outcome outcome = migrate(shell, project, "--answers", answers.toString(), "--apply");

    assertThat(outcome.exitCode()).as(outcome.complaints()).isZero();
    assertThat(shell.rows(VALUES).getFirst())
        .isEqualToIgnoringWhitespace("{\"place\": \"Main Street\", \"power\": 60}");
    assertThat(shell.rows(
            "select changed_by from %s.subscription_versions order by version desc limit 1"))
        .first()
        .asString()
        .startsWith("migration 2");
    assertThat(written(project))
        .contains(
            "catalogue.renameField(\"LanternBlock\", \"street\", \"place\")",
            "catalogue.backfill(\"LanternBlock\", \"power\", 60)",
            "catalogue.deleteField(\"LanternBlock\", \"paint\")",
            "catalogue.irreversible(");
  }

  @Test
  void somebodyIsAskedAndToldHowManySubscriptionsItConcerns() throws IOException {
    DbShell shell = before("asked");
    Path project = project(folder.resolve("asked"));

    Outcome outcome = shell.run(
        typing(
            "3", // place: was called street
            "1", // power is new
            "75", // power of stored ones
            "n", // paint stays
            "n"), // not applied
        "migrate-domain-models",
        "remodel",
        "--project",
        project.toString());

    assertThat(outcome.exitCode()).as(outcome.complaints() + outcome.results()).isZero();
    assertThat(outcome.results())
        .contains(
            "The database lacks block 'LanternBlock', field 'place'.",
            "Value of block 'LanternBlock', field 'power' (Integer) in 1 subscriptions",
            "The code has no block 'LanternBlock', field 'paint' any more; 1 subscriptions have it.",
            "To apply it: db upgrade heads");
    assertThat(shell.rows(VALUES))
        .containsExactly("{\"street\": \"Main Street\", \"paint\": \"black\"}");
  }

  @Test
  void whatIsInUseIsNotDeletedAndNothingOfTheMigrationStays() {
    DbShell shell = before("used");

    Outcome outcome = shell.run("downgrade");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints().strip())
        .isEqualTo(
            "Migration 20260101_1200: The product 'Lantern' is in use by 1 subscriptions; see to these first");
    assertThat(shell.rows("select name from %s.products")).containsExactly("Lantern");
    assertThat(shell.rows("select migration_id from %s.data_migrations")).hasSize(1);
  }
}
