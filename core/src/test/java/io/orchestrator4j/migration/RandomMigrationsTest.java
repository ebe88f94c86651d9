package io.orchestrator4j.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.migration.ModelledCatalogue.Instance;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.subscription.IndexRefill;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is said of whatever catalogue is done, taken back, and done again; nothing else happens to any subscription.
 * A seed that fails is played alone with {@code -Dmigrations.seed=7}; {@code -Dmigrations.seeds=5000} plays many, however long.
 */
final class RandomMigrationsTest {

  private static final int SEEDS = 200;
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Caller ANN = Caller.named("ann");

  private static Database database;

  @BeforeAll
  static void prepare() {
    String schema = TestingDatabase.freshSchema();
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    database = new Database(TestingDatabase.dataSource(), schema, 8);
  }

  @Test
  void whatIsDoneIsTakenBackAndDoneAgain() {
    Integer only = Integer.getInteger("migrations.seed");
    if (only != null) {
      play(only);
      return;
    }
    Integer wanted = Integer.getInteger("migrations.seeds");
    Instant end = wanted == null ? Instant.now().plus(LONGEST) : Instant.MAX;
    int seeds = wanted == null ? SEEDS : wanted;
    int seed = 0;
    while (seed < seeds && Instant.now().isBefore(end)) {
      seed++;
      play(seed);
    }
    assertThat(seed).as("seeds that were played").isGreaterThan(10);
  }

  private static void play(int seed) {
    Random random = new Random(seed);
    ModelledCatalogue model = new ModelledCatalogue();
    clear();
    RandomChanges first = new RandomChanges(random, model, true);
    first.fill();
    KnownMigration filling = first.migration("20260101_0000");
    migrator(filling).upgrade(ANN);
    first.sell();
    store(model);
    CatalogueDump before = same(seed, "in the beginning", model.dump());
    Map<String, String> idsBefore = ids();

    RandomChanges changes = new RandomChanges(random, model, false);
    for (int i = 0; i < 12; i++) {
      changes.one();
    }
    KnownMigration migration = changes.migration("20260102_0000", "20260101_0000");
    String said = "seed %d: %s%ntaken back by: %s"
        .formatted(seed, lines(migration.upgrade()), lines(migration.downgrade()));
    Migrator migrator = migrator(filling, migration);

    run(said, () -> migrator.upgrade(ANN));
    CatalogueDump up = same(said, "done", model.dump());
    assertThat(ids().values()).as(said).doesNotHaveDuplicates();

    run(said, () -> migrator.downgrade(1, ANN));
    CatalogueDump back = CatalogueDump.of(database);
    assertThat(back.lines()).as(said).isEqualTo(before.lines());
    assertThat(back.documentsWithout(namedIn(model)))
        .as(said)
        .isEqualTo(before.documentsWithout(namedIn(model)));
    Map<String, String> idsThatStay = new TreeMap<>(idsBefore);
    idsThatStay.keySet().removeAll(model.deleted);
    assertThat(ids()).as(said).containsAllEntriesOf(idsThatStay);

    run(said, () -> migrator.upgrade(ANN));
    CatalogueDump again = CatalogueDump.of(database);
    assertThat(again).as(said).isEqualTo(up);
    assertThat(versionsThatAreNoLine()).as(said).isZero();
  }

  private static CatalogueDump same(Object said, String when, CatalogueDump expected) {
    CatalogueDump found = CatalogueDump.of(database);
    assertThat(found.lines()).as("%s: %s", when, said).isEqualTo(expected.lines());
    assertThat(found.documentsWithout((_, _) -> false))
        .as("%s: %s", when, said)
        .isEqualTo(expected.documentsWithout((_, _) -> false));
    return found;
  }

  private static void run(String said, Runnable migrating) {
    try {
      migrating.run();
    } catch (RuntimeException e) {
      throw new AssertionError(said, e);
    }
  }

  private static BiPredicate<String, String> namedIn(ModelledCatalogue model) {
    return (kind, field) -> model.deleted.contains("value %s %s".formatted(kind, field));
  }

  private static String lines(List<CatalogueChange> changes) {
    return String.join("", changes.stream().map(each -> "%n  " + each.line()).toList())
        .formatted();
  }

  private static Migrator migrator(KnownMigration... migrations) {
    return new Migrator(
        database,
        MigrationLine.of(Set.of(migrations)),
        new IndexRefill(database, DefinedProducts.none()),
        Clock.systemUTC());
  }

  private static void clear() {
    database.with(handle -> handle.execute("""
        truncate ${schema}.products, ${schema}.product_blocks, ${schema}.resource_types, ${schema}.workflows,
                 ${schema}.subscriptions, ${schema}.subscription_instances, ${schema}.data_migrations
        cascade
        """));
  }

  private static void store(ModelledCatalogue model) {
    database.inTransaction(handle -> {
      model.subscriptions.forEach((id, product) -> store(handle, id, product.name));
      model.instances.forEach(instance -> store(handle, instance));
      return null;
    });
  }

  private static void store(Handle handle, UUID subscription, String product) {
    handle.createUpdate("""
            with sold as (
              insert into ${schema}.subscriptions (
                subscription_id, product_id, customer_id, description, status, version, created_at)
              select :id, product_id, 'ann', 'sold', 'active', 1, now()
              from ${schema}.products
              where name = :product
              returning subscription_id)
            insert into ${schema}.subscription_versions (
              subscription_id, version, changed_by, changed_at, change, snapshot)
            select subscription_id, 1, 'ann', now(), '{}', '{}'
            from sold
            """).bind("id", subscription).bind("product", product).execute();
  }

  private static void store(Handle handle, Instance instance) {
    handle
        .createUpdate("""
            insert into ${schema}.subscription_instances (
              subscription_instance_id, subscription_id, product_block_id, parent_id, attribute, position, instance_values)
            select :id, :subscription, product_block_id, cast(:parent as uuid), :attribute, 0, cast(:values as json)
            from ${schema}.product_blocks
            where name = :block
            """)
        .bind("id", instance.id())
        .bind("subscription", instance.subscription())
        .bind("parent", instance.parent())
        .bind("attribute", instance.attribute())
        .bind("values", Json.write(instance.values()))
        .bind("block", instance.block().name)
        .execute();
  }

  private static Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    database
        .with(handle -> handle
            .createQuery("""
                select 'product ' || name as name, product_id::text as id from ${schema}.products
                union all
                select 'block ' || name, product_block_id::text from ${schema}.product_blocks
                union all
                select 'workflow ' || name, workflow_id::text from ${schema}.workflows
                """)
            .map((row, _) -> Map.entry(row.getString("name"), row.getString("id")))
            .list())
        .forEach(each -> ids.put(each.getKey(), each.getValue()));
    return ids;
  }

  /** Each subscription has its versions from 1 on, without a gap. */
  private static long versionsThatAreNoLine() {
    return database.with(handle -> handle.createQuery("""
            select count(*)
            from ${schema}.subscriptions s
            where s.version <> (
              select count(*) from ${schema}.subscription_versions v where v.subscription_id = s.subscription_id)
            or s.version <> (
              select max(v.version) from ${schema}.subscription_versions v where v.subscription_id = s.subscription_id)
            """).mapTo(Long.class).one());
  }
}
