package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.INITIAL;
import static io.orchestrator4j.product.SubscriptionLifecycle.MIGRATING;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static io.orchestrator4j.subscription.SubscriptionFixture.CUSTOMER;
import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.subscription.TestingModels.Affiliation;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.CoreLink;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.value.NotStorable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Subscriptions are saved whole, and only what was changed. */
final class SavingTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  private static UUID cabinet() {
    return fixture.created(Cabinet.class, "Cabinet", cabinet -> cabinet.main.title = "first");
  }

  private static Cabinet loaded(UUID id) {
    return fixture.subscriptions.load(Cabinet.class, id);
  }

  @Test
  void aNewSubscriptionHasWhatItsProductAndItsClassSay() {
    UUID id = fixture.created(CoreLink.class, "Core link", link -> {});

    CoreLink link = fixture.subscriptions.load(CoreLink.class, id);

    assertThat(link.speed).isEqualTo(1000);
    assertThat(link.coreLink.ports).hasSize(2);
    assertThat(link.status()).isEqualTo(INITIAL);
    assertThat(link.customerId()).isEqualTo(CUSTOMER);
    assertThat(link.description()).isEqualTo("Initial subscription of Two ports");
    assertThat(link.product().name()).isEqualTo("Core link");
    assertThat(link.insync()).isTrue();
    assertThat(link.version()).isEqualTo(1);
    assertThat(link.startDate()).isNull();
  }

  @Test
  void aSubscriptionIsLoadedAsItWasSaved() {
    UUID group = fixture.group("ops", 7);
    UUID id = fixture.user("ann", group);

    User user = fixture.subscriptions.load(User.class, id);

    assertThat(user.affiliation).isEqualTo(Affiliation.INTERNAL);
    assertThat(user.user.username).isEqualTo("ann");
    assertThat(user.user.age).isNull();
    assertThat(user.user.group.groupName).isEqualTo("ops");
    assertThat(user.blocks()).containsExactly(user.user);
    assertThat(user.owns(user.user.group)).isFalse();
    assertThat(user.user.group.ownerSubscriptionId()).isEqualTo(group);
  }

  @Test
  void theFirstSaveTakesAFewStatementsHoweverManyBlocks() {
    UUID group = fixture.group("first save", 1);
    UUID shelf = cabinet();
    var _ = fixture.source.executed();

    UUID user = fixture.user("first save", group);
    List<String> small = fixture.source.executed();
    UUID large = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      FolderBlock shared = loaded(shelf).main;
      for (int i = 0; i < 300; i++) {
        FolderBlock folder = new FolderBlock();
        folder.title = "folder " + i;
        folder.linked = shared;
        folder.notes.add(note("note " + i));
        cabinet.folders.add(folder);
      }
    });
    List<String> many = fixture.source.executed();

    // a product, and what is shared, are read by one query each
    assertThat(small).hasSizeLessThanOrEqualTo(2 + 10);
    assertThat(many).hasSizeLessThanOrEqualTo(2 + 10);
    assertThat(loaded(large).blocks()).hasSize(601);
    assertThat(fixture.subscriptions.load(User.class, user).user.group.groupName)
        .isEqualTo("first save");
  }

  @Test
  void loadingTakesOneQuery() {
    UUID first = fixture.user("loading 1", fixture.group("loading", 1));
    UUID second = fixture.user("loading 2", fixture.group("loading too", 1));
    var _ = fixture.source.executed();

    User user = fixture.subscriptions.load(User.class, first);

    assertThat(user.user.group.groupName).isEqualTo("loading");
    assertThat(fixture.source.executed()).hasSize(1);
    assertThat(fixture.subscriptions.load(User.class, List.of(second, first)))
        .extracting(each -> each.user.username)
        .containsExactly("loading 2", "loading 1");
    assertThat(fixture.source.executed()).hasSize(1);
  }

  @Test
  void whatWasNotChangedIsNotSaved() {
    UUID id = cabinet();
    var _ = fixture.source.executed();

    SaveUnit unit = fixture.changed(Cabinet.class, id, cabinet -> {});

    assertThat(unit.isEmpty()).isTrue();
    assertThat(unit.versions()).isEmpty();
    assertThat(fixture.source.executed()).as("the load, and nothing else").hasSize(1);
    assertThat(loaded(id).version()).isEqualTo(1);
  }

  @Test
  void oneChangedValueTakesThreeStatements() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      for (int i = 0; i < 50; i++) {
        cabinet.main.entries.add(note("note " + i));
      }
    });
    var _ = fixture.source.executed();

    SaveUnit unit = fixture.changed(
        Cabinet.class,
        id,
        cabinet -> ((TestingModels.NoteBlock) cabinet.main.entries.get(20)).number = 20);

    assertThat(fixture.source.executed())
        .as("the load, and the save")
        .hasSizeLessThanOrEqualTo(1 + 3);
    assertThat(unit.versions()).containsExactly(new SubscriptionVersion(id, 2));
    assertThat(unit.changed()).containsExactly(id);
    assertThat(loaded(id).version()).isEqualTo(2);
    assertThat(((TestingModels.NoteBlock) loaded(id).main.entries.get(20)).number)
        .isEqualTo(20);
  }

  @Test
  void aModelIsWhatItWillBeOnceItIsCommitted() {
    UUID id = cabinet();
    UnitOfWork unit = fixture.store.open(null, "ann");
    Cabinet cabinet = unit.load(Cabinet.class, id);
    cabinet.transitionTo(ACTIVE);
    FolderBlock folder = new FolderBlock();
    cabinet.folders.add(folder);

    fixture.commit(unit.end(List.of(cabinet)));

    assertThat(cabinet.header()).isEqualTo(loaded(id).header());
    assertThat(cabinet.version()).isEqualTo(2);
    assertThat(folder.ownerSubscriptionId()).isEqualTo(id);
    assertThat(folder.owner()).isSameAs(cabinet);
    assertThat(folder.inUseBy(FolderBlock.class)).isEmpty();
  }

  @Test
  void datesAreThoseOfTheFirstTime() {
    UUID id = cabinet();

    fixture.clock.set("2026-03-02T00:00:00.123456789Z");
    fixture.changed(Cabinet.class, id, cabinet -> cabinet.transitionTo(ACTIVE));
    fixture.clock.set("2026-03-03T00:00:00Z");
    fixture.changed(Cabinet.class, id, cabinet -> cabinet.transitionTo(MIGRATING));
    fixture.changed(Cabinet.class, id, cabinet -> cabinet.transitionTo(ACTIVE));
    fixture.clock.set("2026-03-04T00:00:00Z");
    fixture.changed(Cabinet.class, id, cabinet -> cabinet.transitionTo(TERMINATED));

    assertThat(loaded(id).startDate()).isEqualTo(Instant.parse("2026-03-02T00:00:00.123456Z"));
    assertThat(loaded(id).endDate()).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
    assertThat(loaded(id).version()).isEqualTo(5);
  }

  @Test
  void aUnitCanBeAppliedAgainAfterARollBack() throws SQLException {
    UUID group = fixture.group("again", 1);
    UnitOfWork unit = fixture.store.open(UUID.randomUUID(), "ann");
    User user = unit.create(User.class, fixture.product("User internal"), CUSTOMER);
    user.user.group = unit.load(TestingModels.UserGroup.class, group).userGroup;
    user.user.username = "again";
    user.user.userId = 1;
    unit.link(user.subscriptionId());
    SaveUnit saved = unit.end(List.of(user));

    try (Connection connection = fixture.source.getConnection()) {
      connection.setAutoCommit(false);
      saved.apply(connection);
      connection.rollback();
      saved.apply(connection);
      connection.commit();
      connection.setAutoCommit(true);
    }

    assertThat(fixture.subscriptions.load(User.class, user.subscriptionId()).user.username)
        .isEqualTo("again");
  }

  @Test
  void aBlockThatIsTakenAwayGoesWithWhatIsBelowIt() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.folders.add(new FolderBlock());
      cabinet.main.inner.folders.getFirst().notes.add(note("deep"));
    });
    assertThat(loaded(id).blocks()).hasSize(4);

    fixture.changed(Cabinet.class, id, cabinet -> cabinet.main.inner = null);

    assertThat(loaded(id).blocks()).hasSize(1);
    assertThat(TestingDatabase.count(
            fixture.schema, "subscription_instances where subscription_id = '" + id + "'"))
        .isEqualTo(1);
  }

  @Test
  void aBlockThatMovesKeepsItsIdAndWhatIsBelowIt() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.notes.add(note("moves along"));
    });
    UUID moving = loaded(id).main.inner.subscriptionInstanceId();

    fixture.changed(Cabinet.class, id, cabinet -> {
      cabinet.folders.add(cabinet.main.inner);
      cabinet.main.inner = null;
    });

    FolderBlock moved = loaded(id).folders.getFirst();
    assertThat(moved.subscriptionInstanceId()).isEqualTo(moving);
    assertThat(moved.notes.getFirst().text).isEqualTo("moves along");
    assertThat(loaded(id).main.inner).isNull();
  }

  @Test
  void aNewListReplacesTheOldOne() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.folders.add(new FolderBlock());
      cabinet.folders.add(new FolderBlock());
    });
    UUID kept = loaded(id).folders.get(1).subscriptionInstanceId();

    fixture.changed(
        Cabinet.class,
        id,
        cabinet -> cabinet.folders = List.of(new FolderBlock(), cabinet.folders.get(1)));

    assertThat(loaded(id).folders).hasSize(2);
    assertThat(loaded(id).folders.get(1).subscriptionInstanceId()).isEqualTo(kept);
    assertThat(loaded(id).folders.get(0).title).isNull();
  }

  @Test
  void severalAreSavedTogetherOrNotAtAll() {
    UUID first = cabinet();
    UUID second = cabinet();
    UnitOfWork unit = fixture.store.open(null, "ann");
    List<Cabinet> both = unit.load(Cabinet.class, List.of(first, second));
    both.forEach(cabinet -> cabinet.main.title = "both");
    SaveUnit saved = unit.end(both);
    fixture.changed(Cabinet.class, second, cabinet -> cabinet.main.title = "faster");

    assertThatThrownBy(() -> fixture.commit(saved))
        .isInstanceOfSatisfying(
            SaveRefused.StaleSubscription.class,
            stale -> assertThat(stale.subscriptionId()).isEqualTo(second));

    assertThat(loaded(first).main.title).isEqualTo("first");
    assertThat(loaded(second).main.title).isEqualTo("faster");
  }

  @Test
  void aTextThatCannotBeKeptIsRefusedWithItsPlace() {
    UUID id = cabinet();

    assertThatThrownBy(() ->
            fixture.changed(Cabinet.class, id, cabinet -> cabinet.main.title = "nul \u0000 here"))
        .isInstanceOf(NotStorable.class)
        .hasMessageContaining("main.title");
  }

  @Test
  void aValueThatHasNoFormIsRefusedWithItsField() {
    UUID id = fixture.created(
        Cabinet.class, "Cabinet", cabinet -> cabinet.main.entries.add(note("endless")));

    assertThatThrownBy(() -> fixture.changed(Cabinet.class, id, cabinet -> {
          List<Object> endless = new java.util.ArrayList<>();
          endless.add(endless);
          poison(((TestingModels.NoteBlock) cabinet.main.entries.getFirst()), endless);
        }))
        .isInstanceOf(NotStorable.class)
        .hasMessageContaining("NoteBlock.matrix");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // what an author does who has lost track
  private static void poison(TestingModels.NoteBlock note, List<Object> endless) {
    note.matrix = (List) endless;
  }

  @Test
  void aBlockThatTheCatalogueDoesNotHaveIsRefused() throws SQLException {
    try (SubscriptionFixture bare = new SubscriptionFixture()) {
      bare.database.with(
          handle -> handle.execute("delete from ${schema}.product_blocks where name = 'Folder'"));

      assertThatThrownBy(() -> bare.created(Cabinet.class, "Cabinet", cabinet -> {}))
          .isInstanceOf(SaveRefused.BlockNotAllowed.class)
          .hasMessageContaining("Folder")
          .hasMessageContaining("catalogue");
    }
  }

  @Test
  void outsideOfAStepModelsAreOnlyRead() {
    UUID id = cabinet();
    Cabinet cabinet = loaded(id);
    cabinet.main.title = "changed outside";

    UnitOfWork unit = fixture.store.open(null, "ann");

    assertThatThrownBy(() -> unit.end(List.of(cabinet)))
        .isInstanceOf(SaveRefused.NotOfThisStep.class)
        .hasMessageContaining(id.toString());
  }

  @Test
  void whatEndsIsOver() {
    UnitOfWork unit = fixture.store.open(null, "ann");
    var _ = unit.end(List.<SubscriptionModel>of());

    assertThatThrownBy(() -> unit.end(List.<SubscriptionModel>of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("open another one");
  }

  @Test
  void metadataHasOneDocumentPerSubscription() {
    // fault: without a key there could be several rows for one subscription
    UUID id = cabinet();
    String insert = "insert into ${schema}.subscription_metadata values (?, '{}')";
    fixture.database.with(handle -> handle.execute(insert, id));

    assertThatThrownBy(() -> fixture.database.with(handle -> handle.execute(insert, id)))
        .isInstanceOf(StatementRefused.class);
  }
}
