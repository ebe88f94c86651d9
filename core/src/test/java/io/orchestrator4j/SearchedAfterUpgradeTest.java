package io.orchestrator4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.migration.MigrationLine;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Searchable;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.product.Unique;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.subscription.SaveRefused;
import io.orchestrator4j.workflow.Caller;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever an upgrade did to values, subscriptions are found by what they have then. */
final class SearchedAfterUpgradeTest {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  /** What was sold before. */
  @ProductBlock("LineBlock")
  static class OldBlock extends ProductBlockModel {
    public String place;
    public String colour;
  }

  @ProductType("Line")
  @Product(name = "Line", tag = "LINE", description = "a line")
  static class OldLine extends SubscriptionModel {
    public OldBlock line;
  }

  /** What is sold now: the place is called site, there is a speed, and the colour is searched by. */
  @ProductBlock("LineBlock")
  static class NewBlock extends ProductBlockModel {
    @Searchable
    public String site;

    @Searchable
    public String colour;

    @Searchable
    public Integer speed;
  }

  @ProductType("Line")
  @Product(name = "Line", tag = "LINE", description = "a line")
  static class NewLine extends SubscriptionModel {
    public NewBlock line;
  }

  /** The same fields, of which two are searched by now. */
  @ProductBlock("LineBlock")
  static class FoundBlock extends ProductBlockModel {
    @Searchable
    public String place;

    @Searchable
    public String colour = "white";
  }

  @ProductType("Line")
  @Product(name = "Line", tag = "LINE", description = "a line")
  static class FoundLine extends SubscriptionModel {
    public FoundBlock line;
  }

  @ProductBlock("LineBlock")
  static class UniqueBlock extends ProductBlockModel {
    @Unique
    public String place;

    public String colour;
  }

  @ProductType("Line")
  @Product(name = "Line", tag = "LINE", description = "a line")
  static class UniqueLine extends SubscriptionModel {
    public UniqueBlock line;
  }

  private final String schema = TestingDatabase.freshSchema();

  @BeforeEach
  void sellBefore() throws InterruptedException {
    configuration(OldLine.class, Registration.Mode.SYNC).start().close();
    sold(ONE, "{\"place\": \"Rome\", \"colour\": \"red\"}");
    sold(TWO, "{\"place\": \"Oslo\"}");
  }

  private OrchestratorConfiguration configuration(
      Class<? extends SubscriptionModel> type, Registration.Mode mode) {
    return Orchestrator.on(TestingDatabase.dataSource())
        .schema(schema)
        .catalogueMode(mode)
        .productTypes(type);
  }

  private void sold(UUID id, String values) {
    Database database = new Database(TestingDatabase.dataSource(), schema, 8);
    database.with(handle -> handle.execute("""
        with sold as (
          insert into ${schema}.subscriptions (
            subscription_id, product_id, customer_id, description, status, version, created_at)
          select ?, product_id, 'ann', 'a line', 'active', 1, now()
          from ${schema}.products
          where name = 'Line'
          returning subscription_id),
        remembered as (
          insert into ${schema}.subscription_versions (
            subscription_id, version, changed_by, changed_at, change, snapshot)
          select subscription_id, 1, 'ann', now(), '{}', '{}'
          from sold)
        insert into ${schema}.subscription_instances (
          subscription_instance_id, subscription_id, product_block_id, attribute, position, instance_values)
        select gen_random_uuid(), subscription_id, product_block_id, 'line', 0, cast(? as json)
        from sold, ${schema}.product_blocks
        where name = 'LineBlock'
        """, id, values));
  }

  private List<String> strings(String sql) {
    return new Database(TestingDatabase.dataSource(), schema, 8)
        .with(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static KnownMigration migration(String id, Consumer<Catalogue> up, String... follows) {
    Catalogue catalogue = new Catalogue();
    up.accept(catalogue);
    return new KnownMigration(id, "For a test", List.of(follows), catalogue.changes(), List.of());
  }

  private void upgrade(Class<? extends SubscriptionModel> type, KnownMigration... migrations) {
    var _ = configuration(type, Registration.Mode.VERIFY)
        .database(MigrationLine.of(List.of(migrations)))
        .upgrade("heads", Caller.named("ann"));
  }

  /** The lines whose block has a value, for a server that writes nothing at its start. */
  private List<UUID> found(Class<? extends SubscriptionModel> type, String field, Object value)
      throws InterruptedException {
    return found(type, Registration.Mode.VERIFY, field, value);
  }

  private List<UUID> found(
      Class<? extends SubscriptionModel> type, Registration.Mode mode, String field, Object value)
      throws InterruptedException {
    OrchestratorConfiguration configuration = configuration(type, mode);
    try (Orchestrator _ = configuration.start()) {
      return configuration
          .subscriptions()
          .find(type)
          .in(SubscriptionLifecycle.ACTIVE)
          .where("line." + field, value)
          .ids();
    }
  }

  private static final KnownMigration RENAMED = migration("20260101_0000", catalogue -> {
    catalogue.renameField("LineBlock", "place", "site");
    catalogue.addField("LineBlock", new NewField("speed", "Integer")).backfill(1000);
  });

  @Test
  void aFieldIsFoundByItsNewNameAndByWhatItWasFilledInWith() throws InterruptedException {
    upgrade(NewLine.class, RENAMED);

    assertThat(found(NewLine.class, "site", "Rome")).containsExactly(ONE);
    assertThat(found(NewLine.class, "colour", "red")).containsExactly(ONE);
    assertThat(found(NewLine.class, "speed", 1000)).containsExactly(ONE, TWO);
  }

  @Test
  void aValueThatIsSetIsFoundAndTheOneBeforeIsNot() throws InterruptedException {
    upgrade(NewLine.class, RENAMED);

    upgrade(
        NewLine.class,
        RENAMED,
        migration(
            "20260102_0000",
            catalogue -> {
              catalogue.setValue("LineBlock", "speed", 2000);
              catalogue.backfill("LineBlock", "colour", "blue");
            },
            "20260101_0000"));

    assertThat(found(NewLine.class, "speed", 1000)).isEmpty();
    assertThat(found(NewLine.class, "speed", 2000)).containsExactly(ONE, TWO);
    assertThat(found(NewLine.class, "colour", "red")).containsExactly(ONE);
    assertThat(found(NewLine.class, "colour", "blue")).containsExactly(TWO);
  }

  @Test
  void aBlockThatIsRenamedBeforeItsClassIsKnownIsFoundInTheEnd() throws InterruptedException {
    upgrade(
        NewLine.class,
        migration("20260101_0000", catalogue -> catalogue.renameBlock("LineBlock", "OtherBlock")),
        migration(
            "20260102_0000",
            catalogue -> {
              catalogue.renameField("OtherBlock", "place", "site");
              catalogue.addField("OtherBlock", new NewField("speed", "Integer")).backfill(7);
            },
            "20260101_0000"),
        migration(
            "20260103_0000",
            catalogue -> catalogue.renameBlock("OtherBlock", "LineBlock"),
            "20260102_0000"));

    assertThat(found(NewLine.class, "speed", 7)).containsExactly(ONE, TWO);
    assertThat(found(NewLine.class, "site", "Oslo")).containsExactly(TWO);
  }

  @Test
  void whatBecomesSearchableInCodeIsFoundAfterAnUpgrade() throws InterruptedException {
    assertThat(found(FoundLine.class, "place", "Rome")).as("not yet").isEmpty();

    upgrade(FoundLine.class);

    assertThat(found(FoundLine.class, "place", "Rome")).containsExactly(ONE);
    assertThat(found(FoundLine.class, "colour", "white")).as("by default").containsExactly(TWO);
  }

  @Test
  void whatBecomesSearchableInCodeIsFoundWhereAStartWritesTheCatalogue()
      throws InterruptedException {
    assertThat(found(FoundLine.class, Registration.Mode.SYNC, "place", "Oslo"))
        .containsExactly(TWO);
  }

  @Test
  void anUpgradeFillsInNothingWhereNothingIsMissing() throws InterruptedException {
    upgrade(FoundLine.class);
    String places = "select ctid::text from ${schema}.searchable_values order by ctid";
    List<String> before = strings(places);

    upgrade(FoundLine.class);

    assertThat(before).hasSize(4);
    assertThat(strings(places)).isEqualTo(before);
  }

  @Test
  void aMigrationThatWouldGiveTwoTheSameUniqueValueIsRefusedWhole() throws InterruptedException {
    upgrade(UniqueLine.class);

    assertThatThrownBy(() -> upgrade(
            UniqueLine.class,
            migration(
                "20260101_0000", catalogue -> catalogue.setValue("LineBlock", "place", "Bern"))))
        .isInstanceOf(SaveRefused.ValueTaken.class)
        .hasMessageContaining("place");

    assertThat(configuration(UniqueLine.class, Registration.Mode.VERIFY)
            .database(MigrationLine.none())
            .migrator()
            .applied())
        .isEmpty();
    assertThat(strings("select instance_values ->> 'place' from ${schema}.subscription_instances"))
        .containsExactlyInAnyOrder("Rome", "Oslo");
  }
}
