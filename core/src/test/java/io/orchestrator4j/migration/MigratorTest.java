package io.orchestrator4j.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.subscription.IndexRefill;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.Target;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrations are applied whole, once, in their order, and taken back. */
final class MigratorTest {

  private static final Caller ANN = Caller.named("ann");

  private Database database;

  @BeforeEach
  void prepare() {
    database = fresh();
  }

  private static Database fresh() {
    String schema = TestingDatabase.freshSchema();
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    return new Database(TestingDatabase.dataSource(), schema, 8);
  }

  private static KnownMigration migration(
      String id, Consumer<Catalogue> up, Consumer<Catalogue> down, String... follows) {
    Catalogue upgrade = new Catalogue();
    up.accept(upgrade);
    Catalogue downgrade = new Catalogue();
    down.accept(downgrade);
    return new KnownMigration(
        id, "For a test", List.of(follows), upgrade.changes(), downgrade.changes());
  }

  private static KnownMigration workflow(String id, String name, String... follows) {
    return migration(
        id,
        catalogue -> catalogue.createWorkflow(new NewWorkflow(name, Target.SYSTEM, name).asTask()),
        catalogue -> catalogue.deleteWorkflow(name),
        follows);
  }

  private Migrator migrator(KnownMigration... migrations) {
    return new Migrator(
        database,
        MigrationLine.of(Arrays.asList(migrations)),
        new IndexRefill(database, DefinedProducts.none()),
        Clock.systemUTC());
  }

  private static List<String> ids(List<KnownMigration> migrations) {
    return migrations.stream().map(KnownMigration::id).toList();
  }

  private List<String> strings(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private List<String> workflows() {
    return strings("select name from ${schema}.workflows where deleted_at is null order by name");
  }

  @Test
  void areAppliedInTheirOrderAndOnce() {
    Migrator migrator = migrator(
        workflow("20260102_0000", "second", "20260103_0000"), workflow("20260103_0000", "first"));

    assertThat(ids(migrator.pending())).containsExactly("20260103_0000", "20260102_0000");
    assertThat(ids(migrator.upgrade(ANN))).containsExactly("20260103_0000", "20260102_0000");
    assertThat(migrator.upgrade(ANN)).isEmpty();
    assertThat(migrator.pending()).isEmpty();
    assertThat(workflows()).containsExactly("first", "second");
    assertThat(migrator.applied().getLast().by()).isEqualTo("ann");
    assertThat(migrator.applied().getLast().position()).isEqualTo(2);
    assertThat(strings("select action || ' ' || subject from ${schema}.audit order by at"))
        .containsExactly("upgrade_data 20260103_0000", "upgrade_data 20260102_0000");
  }

  @Test
  void areTakenBackFromTheLastOneOn() {
    Migrator migrator = migrator(
        workflow("20260101_0000", "a"),
        workflow("20260102_0000", "b", "20260101_0000"),
        workflow("20260103_0000", "c", "20260102_0000"));
    migrator.upgrade(ANN);

    assertThat(ids(migrator.downgrade(1, ANN))).containsExactly("20260103_0000");
    assertThat(workflows()).containsExactly("a", "b");
    assertThat(ids(migrator.downgradeTo("20260101_0000", ANN))).containsExactly("20260102_0000");
    assertThat(workflows()).containsExactly("a");
    assertThat(ids(migrator.downgrade(5, ANN))).containsExactly("20260101_0000");
    assertThat(workflows()).isEmpty();
    assertThat(ids(migrator.upgradeTo("20260102_0000", ANN)))
        .containsExactly("20260101_0000", "20260102_0000");
    assertThatThrownBy(() -> migrator.downgradeTo("20260103_0000", ANN))
        .isInstanceOf(MigrationRefused.class)
        .hasMessage("There is no migration 20260103_0000; there are 20260101_0000, 20260102_0000");
  }

  @Test
  void severalHeadsAreAppliedInOneOrderEverywhere() {
    KnownMigration first = workflow("20260101_0000", "a");
    KnownMigration left = workflow("20260102_0000", "b", "20260101_0000");
    KnownMigration right = workflow("20260103_0000", "c", "20260101_0000");

    assertThat(ids(MigrationLine.of(List.of(right, left, first)).heads()))
        .containsExactly("20260102_0000", "20260103_0000");
    assertThat(ids(migrator(left, right, first).upgrade(ANN)))
        .containsExactly("20260101_0000", "20260102_0000", "20260103_0000");
    KnownMigration merge = migration(
        "20260104_0000", catalogue -> {}, catalogue -> {}, "20260102_0000", "20260103_0000");
    assertThat(ids(migrator(left, merge, right, first).upgrade(ANN)))
        .containsExactly("20260104_0000");
    assertThat(ids(MigrationLine.of(List.of(right, left, first, merge)).heads()))
        .containsExactly("20260104_0000");
  }

  @Test
  void oneThatFailsHalfwayLeavesNothing() {
    Migrator migrator = migrator(
        workflow("20260101_0000", "a"),
        migration(
            "20260102_0000",
            catalogue -> {
              catalogue.createBlock(new NewBlock("Half", "", "done"));
              catalogue.renameBlock("Whole", "Part");
            },
            catalogue -> {},
            "20260101_0000"));

    assertThatThrownBy(() -> migrator.upgrade(ANN))
        .isInstanceOfSatisfying(
            MigrationRefused.class, e -> assertThat(e.code()).isEqualTo("not_in_catalogue"))
        .hasMessage("Migration 20260102_0000: There is no block 'Whole' in the catalogue");

    assertThat(workflows()).containsExactly("a");
    assertThat(strings("select name from ${schema}.product_blocks")).isEmpty();
    assertThat(ids(migrator.pending())).containsExactly("20260102_0000");
  }

  @Test
  void whatSaysSomethingElseThanWhenItWasAppliedIsRefused() {
    migrator(workflow("20260101_0000", "a")).upgrade(ANN);

    for (Callable<?> action : List.<Callable<?>>of(
        () -> migrator(workflow("20260101_0000", "b")).upgrade(ANN),
        () -> migrator(workflow("20260101_0000", "b")).downgrade(1, ANN),
        () -> migrator(workflow("20260101_0000", "b")).pending())) {
      assertThatThrownBy(action::call)
          .hasMessageStartingWith(
              "The migration 20260101_0000 says something else than when it was");
    }
    assertThatThrownBy(() -> migrator().upgrade(ANN))
        .hasMessageStartingWith("The database has the migration 20260101_0000, which this program");
    assertThat(workflows()).containsExactly("a");
  }

  @Test
  void oneThatSlipsInBeforeAnAppliedOneIsRefused() {
    migrator(workflow("20260103_0000", "a")).upgrade(ANN);
    KnownMigration late = workflow("20260102_0000", "b");

    assertThatThrownBy(() ->
            migrator(workflow("20260103_0000", "a", "20260102_0000"), late).upgrade(ANN))
        .hasMessage(
            "The migration 20260102_0000 comes before 20260103_0000, which is applied already. Let it follow a head instead (db heads)");
  }

  @Test
  void whatIsWrongWithALineIsNamed() {
    assertThatThrownBy(
            () -> migrator(workflow("20260101_0000", "a"), workflow("20260101_0000", "b")))
        .hasMessage("Two migrations have the id 20260101_0000; give one of them another time");
    assertThatThrownBy(() -> migrator(workflow("20260101_0000", "a", "20250101_0000")))
        .hasMessage("The migration 20260101_0000 follows 20250101_0000, which is not there");
    assertThatThrownBy(() -> migrator(
            workflow("20260101_0000", "a", "20260102_0000"),
            workflow("20260102_0000", "b", "20260101_0000")))
        .hasMessage("The migrations 20260101_0000, 20260102_0000 follow one another in a circle");
  }

  @Test
  void oneThatCannotBeTakenBackSaysSoAndStays() {
    Migrator migrator = migrator(migration(
        "20260101_0000",
        catalogue -> catalogue.sql("create table ${schema}.own (id int primary key)"),
        catalogue -> catalogue.irreversible("the table has data by now")));
    migrator.upgrade(ANN);

    assertThatThrownBy(() -> migrator.downgrade(1, ANN))
        .hasMessage("Migration 20260101_0000: It cannot be taken back: the table has data by now");
    assertThat(migrator.applied()).hasSize(1);
  }

  @Test
  void aTestLeavesNothing() {
    Migrator migrator =
        migrator(workflow("20260101_0000", "a"), workflow("20260102_0000", "b", "20260101_0000"));

    assertThat(ids(migrator.test())).containsExactly("20260101_0000", "20260102_0000");

    assertThat(workflows()).isEmpty();
    assertThat(migrator.applied()).isEmpty();
  }

  @Test
  void thoseWhoUpgradeAtTheSameTimeApplyEachOnce() throws Exception {
    KnownMigration[] many = new KnownMigration[20];
    for (int i = 0; i < many.length; i++) {
      String id = "202601%02d_0000".formatted(i + 1);
      many[i] =
          i == 0 ? workflow(id, "w" + i) : workflow(id, "w" + i, "202601%02d_0000".formatted(i));
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<KnownMigration>>> all =
          executor.invokeAll(Stream.<Callable<List<KnownMigration>>>generate(
                  () -> () -> migrator(many).upgrade(ANN))
              .limit(6)
              .toList());
      int applied = 0;
      for (Future<List<KnownMigration>> each : all) {
        applied += each.get().size();
      }
      assertThat(applied).isEqualTo(many.length);
    }
    assertThat(workflows()).hasSize(many.length);
  }

  @Test
  void idsAreTheSameInEveryEnvironmentAndStayWithWhatIsRenamed() {
    KnownMigration products = migration(
        "20260101_0000",
        catalogue -> {
          catalogue.createBlock(new NewBlock("B", "", "a block").with(new NewField("f", "String")));
          catalogue.createProduct(new NewProduct("P", "T", "TAG", "a product")
              .fixed("speed", "10")
              .with(new NewBlocks("b", "B")));
          catalogue.createWorkflow(new NewWorkflow("w", Target.CREATE, "a workflow", "T"));
          catalogue.renameProduct("P", "Q");
          catalogue.createProduct(new NewProduct("P", "T", "TAG", "another one"));
        },
        catalogue -> {});
    migrator(products).upgrade(ANN);
    String rows = """
        select kind || ' ' || name || ' ' || id
        from (
          select 'product' as kind, name, product_id::text as id from ${schema}.products
          union all select 'input', name, fixed_input_id::text from ${schema}.fixed_inputs
          union all select 'block', name, product_block_id::text from ${schema}.product_blocks
          union all select 'workflow', name, workflow_id::text from ${schema}.workflows
          union all select 'field', resource_type, resource_type_id::text from ${schema}.resource_types) as all_rows
        order by 1
        """;
    List<String> here = strings(rows);
    assertThat(here).hasSize(6);
    assertThat(strings("""
        select p.name || ' ' || w.name
        from ${schema}.products_workflows l
        join ${schema}.products p using (product_id)
        join ${schema}.workflows w using (workflow_id)
        order by 1
        """)).containsExactly("P w", "Q w");

    database = fresh();
    migrator(products).upgrade(ANN);

    assertThat(strings(rows)).isEqualTo(here);
    assertThat(here.stream().map(each -> UUID.fromString(each.substring(each.length() - 36))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aWorkflowThatIsThereStillGetsTheProductsThatItLacks() {
    migrator(
            migration(
                "20260101_0000",
                catalogue -> {
                  catalogue.createWorkflow(new NewWorkflow("w", Target.MODIFY, "a workflow"));
                  catalogue.createProduct(new NewProduct("P", "T", "TAG", "a product"));
                  catalogue.createProduct(new NewProduct("Q", "U", "TAG", "a product"));
                },
                catalogue -> {}),
            migration(
                "20260102_0000",
                catalogue -> catalogue.createWorkflow(
                    new NewWorkflow("w", Target.MODIFY, "a workflow", "T").forProducts("Q")),
                catalogue -> {},
                "20260101_0000"))
        .upgrade(ANN);

    assertThat(strings("""
        select p.name
        from ${schema}.products_workflows
        join ${schema}.products p using (product_id)
        order by 1
        """)).containsExactly("P", "Q");
  }

  @Test
  void aPairOfTextsIsAMigrationToo() {
    KnownMigration first = workflow("20260101_0000", "a");
    KnownMigration pair = KnownMigration.ofSql(
        "V20260102_0000__AddOwnTable",
        "-- follows: 20260101_0000\ncreate table ${schema}.own (id int primary key);\ninsert into ${schema}.own values (7);",
        "drop table ${schema}.own");
    Migrator migrator = migrator(pair, first);

    assertThat(pair.follows()).containsExactly("20260101_0000");
    assertThat(pair.message()).isEqualTo("Add own table");
    assertThat(ids(migrator.upgrade(ANN))).containsExactly("20260101_0000", "20260102_0000");
    assertThat(strings("select id::text from ${schema}.own")).containsExactly("7");

    migrator.downgrade(1, ANN);

    assertThat(strings("select to_regclass('${schema}.own')::text")).containsOnlyNulls();
    assertThatThrownBy(() -> KnownMigration.ofSql("AddOwnTable", "", ""))
        .hasMessageStartingWith("The migration AddOwnTable: expected a name like V20261123_1200__");
    KnownMigration oneWay = KnownMigration.ofSql("V20260103_0000__OneWay", "select 1", "");
    database = fresh();
    Migrator fresh = migrator(oneWay);
    fresh.upgrade(ANN);
    assertThatThrownBy(() -> fresh.downgrade(1, ANN)).hasMessageContaining("cannot be taken back");
  }

  // the name of a field that was renamed or deleted took its description with it
  @Test
  void whatSomebodyHasDescribedStays() {
    Migrator migrator = migrator(
        migration(
            "20260101_0000",
            catalogue -> {
              catalogue.createResourceType("speed", "in Mbit/s");
              catalogue.createBlock(new NewBlock("B", "", "a block")
                  .with(new NewField("speed", "Integer"))
                  .with(new NewField("plain", "String")));
            },
            catalogue -> {}),
        migration(
            "20260102_0000",
            catalogue -> {
              catalogue.renameField("B", "speed", "capacity");
              catalogue.deleteField("B", "plain");
            },
            catalogue -> catalogue.renameField("B", "capacity", "speed"),
            "20260101_0000"));
    String described = """
        select resource_type || coalesce(': ' || description, '')
        from ${schema}.resource_types
        order by 1
        """;

    migrator.upgrade(ANN);
    assertThat(strings(described)).containsExactly("capacity", "speed: in Mbit/s");

    migrator.downgrade(1, ANN);
    assertThat(strings(described)).containsExactly("speed: in Mbit/s");
  }

  // it failed with the database's own message about a key
  @Test
  void aFieldIsNotRenamedToOneThatIsThere() {
    KnownMigration first = migration(
        "20260101_0000",
        catalogue -> {
          catalogue.createBlock(new NewBlock("B", "", "a block")
              .with(new NewField("a", "String"))
              .with(new NewField("b", "String")));
          catalogue.createProduct(
              new NewProduct("P", "T", "TAG", "a product").fixed("x", "1").fixed("y", "2"));
        },
        catalogue -> {});
    Consumer<Catalogue> nothing = _ -> {};

    assertThatThrownBy(() -> migrator(
                first,
                migration(
                    "20260102_0000",
                    catalogue -> catalogue.renameField("B", "a", "b"),
                    nothing,
                    "20260101_0000"))
            .upgrade(ANN))
        .isInstanceOfSatisfying(
            MigrationRefused.class, e -> assertThat(e.code()).isEqualTo("name_taken"))
        .hasMessageContaining("field of the block 'B'");
    assertThatThrownBy(() -> migrator(
                first,
                migration(
                    "20260102_0000",
                    catalogue -> catalogue.renameFixedInput("P", "x", "y"),
                    nothing,
                    "20260101_0000"))
            .upgrade(ANN))
        .isInstanceOfSatisfying(
            MigrationRefused.class, e -> assertThat(e.code()).isEqualTo("name_taken"))
        .hasMessageContaining("fixed input of the product 'P'");
  }
}
