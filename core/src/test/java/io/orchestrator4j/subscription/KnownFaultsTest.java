package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.LabelBlock;
import io.orchestrator4j.subscription.TestingModels.Mood;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import io.orchestrator4j.subscription.TestingModels.Point;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the predecessor is known to lose or confuse, and we must not. */
final class KnownFaultsTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  private static UUID cabinet(Consumer<Cabinet> filling) {
    return fixture.created(Cabinet.class, "Cabinet", filling);
  }

  private static Cabinet loaded(UUID id) {
    return fixture.subscriptions.load(Cabinet.class, id);
  }

  @Test
  void aLabelSurvives() {
    // fault: a load lost the label, and the next save wrote that
    UUID id = cabinet(cabinet -> cabinet.main.label("My label"));

    fixture.changed(Cabinet.class, id, cabinet -> cabinet.main.title = "changed");

    assertThat(loaded(id).main.label()).isEqualTo("My label");
  }

  @Test
  void listsOfValuesKeepTheirOrder() {
    // fault: they came back sorted as texts
    UUID id = cabinet(cabinet -> {
      NoteBlock note = note("order");
      note.codes = List.of(10, 9, 100, 9);
      note.tags = List.of("b", "a", "b");
      cabinet.main.entries.add(note);
    });

    NoteBlock note = (NoteBlock) loaded(id).main.entries.getFirst();

    assertThat(note.codes).containsExactly(10, 9, 100, 9);
    assertThat(note.tags).containsExactly("b", "a", "b");
  }

  @Test
  void listsAtTheRootKeepTheirOrderAndHaveNoBlocksFromBelow() {
    // fault: their order was lost, and blocks of the same kind from further below were among them
    UUID id = cabinet(cabinet -> {
      for (int i = 0; i < 8; i++) {
        FolderBlock folder = new FolderBlock();
        folder.title = "folder " + i;
        folder.folders.add(new FolderBlock());
        cabinet.folders.add(folder);
      }
    });

    assertThat(loaded(id).folders)
        .extracting(folder -> folder.title)
        .containsExactly(
            "folder 0",
            "folder 1",
            "folder 2",
            "folder 3",
            "folder 4",
            "folder 5",
            "folder 6",
            "folder 7");
  }

  @Test
  void oneKindOfBlockCanBeAtTheRootAndBelowItself() {
    // fault: such a subscription could not be loaded
    UUID id = cabinet(cabinet -> {
      cabinet.main.title = "root";
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.title = "below";
      cabinet.main.inner.inner = new FolderBlock();
      cabinet.main.inner.inner.title = "further below";
    });

    Cabinet cabinet = loaded(id);

    assertThat(cabinet.main.title).isEqualTo("root");
    assertThat(cabinet.main.inner.title).isEqualTo("below");
    assertThat(cabinet.main.inner.inner.title).isEqualTo("further below");
    assertThat(cabinet.main.inner.inner.inner).isNull();
    assertThat(cabinet.folders).isEmpty();
  }

  @Test
  void aStaleCopyIsRefusedAlsoWhereOnlyABlockWasChanged() {
    // fault: the version did not see blocks, and the stale copy won
    UUID id = cabinet(cabinet -> {});
    UnitOfWork slow = fixture.store.open(null, "bob");
    Cabinet stale = slow.load(Cabinet.class, id);
    fixture.changed(Cabinet.class, id, cabinet -> cabinet.main.title = "newer");
    stale.main.title = "older";
    SaveUnit late = slow.end(List.of(stale));

    assertThatThrownBy(() -> fixture.commit(late))
        .isInstanceOfSatisfying(SaveRefused.StaleSubscription.class, refused -> {
          assertThat(refused.code()).isEqualTo("stale_subscription");
          assertThat(refused.loadedVersion()).isEqualTo(1);
          assertThat(refused.foundVersion()).isEqualTo(2);
        })
        .hasMessageContaining("loaded at version 1 and is at version 2 now, changed by ann");

    assertThat(loaded(id).main.title).isEqualTo("newer");
  }

  @Test
  void enumsRecordsMapsAndListsOfListsComeBack() {
    // fault: they were saved and could not be loaded any more
    UUID id = cabinet(cabinet -> {
      NoteBlock note = note("values");
      note.mood = Mood.MIDDLING;
      note.size = Long.MAX_VALUE;
      note.price = new BigDecimal("12345678901234567890.10");
      note.day = LocalDate.of(2026, 2, 28);
      note.at = Instant.parse("2026-02-28T23:59:59.999999999Z");
      note.point = new Point(1, new BigDecimal("2.50"), null);
      note.points = List.of(note.point, new Point(2, BigDecimal.ONE, "p"));
      note.matrix = List.of(List.of(1, 2), List.of(), List.of(3));
      note.counts = Map.of("one", 1);
      note.byMood = Map.of(Mood.GOOD, List.of(note.point));
      note.open = false;
      cabinet.main.entries.add(note);
    });

    NoteBlock note = (NoteBlock) loaded(id).main.entries.getFirst();

    assertThat(note.mood).isEqualTo(Mood.MIDDLING);
    assertThat(note.size).isEqualTo(Long.MAX_VALUE);
    assertThat(note.price).isEqualTo(new BigDecimal("12345678901234567890.10"));
    assertThat(note.day).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(note.at).isEqualTo(Instant.parse("2026-02-28T23:59:59.999999999Z"));
    assertThat(note.point).isEqualTo(new Point(1, new BigDecimal("2.50"), null));
    assertThat(note.points).containsExactly(note.point, new Point(2, BigDecimal.ONE, "p"));
    assertThat(note.matrix).containsExactly(List.of(1, 2), List.of(), List.of(3));
    assertThat(note.counts).containsExactly(Map.entry("one", 1));
    assertThat(note.byMood).containsExactly(Map.entry(Mood.GOOD, List.of(note.point)));
    assertThat(note.open).isFalse();
    assertThat(note.text).isEqualTo("values");
    assertThat(note.reference).isNull();
  }

  @Test
  void anEmptyTextAndNullAreTwoThings() {
    UUID id = cabinet(cabinet -> {
      cabinet.main.title = "";
      cabinet.main.inner = new FolderBlock();
    });

    assertThat(loaded(id).main.title).isEmpty();
    assertThat(loaded(id).main.inner.title).isNull();
  }

  @Test
  void aChangedSharedBlockIsRefusedByBlockAndField() {
    // fault: the change was dropped without a word
    UUID owner = cabinet(cabinet -> cabinet.main.notes.add(note("theirs")));
    UUID user = cabinet(cabinet -> cabinet.main.links.add(loadedNote(owner)));
    String noteId = loaded(owner).main.notes.getFirst().subscriptionInstanceId().toString();

    assertThatThrownBy(() -> fixture.changed(
            Cabinet.class, user, cabinet -> cabinet.main.links.getFirst().text = "ours"))
        .isInstanceOf(SaveRefused.SharedBlockChanged.class)
        .hasMessageContaining("Note " + noteId + ".text")
        .hasMessageContaining(owner.toString());

    assertThat(loaded(owner).main.notes.getFirst().text).isEqualTo("theirs");
  }

  private static NoteBlock loadedNote(UUID owner) {
    return loaded(owner).main.notes.getFirst();
  }

  @Test
  void blocksThatLeadBackToThemselvesAreLoaded() {
    // fault: the database ran out of stack
    UUID first = cabinet(cabinet -> cabinet.main.title = "first");
    UUID second = cabinet(cabinet -> {
      cabinet.main.title = "second";
      cabinet.main.linked = loaded(first).main;
    });
    fixture.step(() -> {
      Cabinet cabinet = loaded(first);
      cabinet.main.linked = loaded(second).main;
      return List.of(cabinet);
    });

    Cabinet cabinet = loaded(first);

    assertThat(cabinet.main.linked.title).isEqualTo("second");
    assertThat(cabinet.main.linked.linked).isSameAs(cabinet.main);
    assertThat(cabinet.toMap().toString()).contains("second");
    assertThat(fixture.store.history().at(first, 2).toMap()).isEqualTo(cabinet.toMap());
  }

  @ProductBlock("Label")
  static final class LaterLabelBlock extends ProductBlockModel {
    public String words = "none";
    public String colour = "white";
    public int size = 12;
    public List<LaterLabelBlock> copies;
  }

  @ProductType("Sticker")
  @Product(name = "Sticker", tag = "S", description = "A sticker")
  static final class LaterSticker extends SubscriptionModel {
    public LaterLabelBlock label;
    public List<LaterLabelBlock> spare;
  }

  @ProductType("Sticker")
  static final class EarlierSticker extends SubscriptionModel {
    public LabelBlock label;
  }

  @Test
  void aNewFieldHasItsDefaultInWhatWasStoredBefore() {
    // fault: a field with a default made everything unreadable that was stored before it
    Fixture stickers = new Fixture();
    UUID id = stickers.earlier("old");

    stickers.later(id, sticker -> {
      assertThat(sticker.label.words).isEqualTo("old");
      assertThat(sticker.label.colour).isEqualTo("white");
      assertThat(sticker.label.size).isEqualTo(12);
      assertThat(sticker.label.copies).isEmpty();
    });

    assertThat(stickers.version(id)).as("nothing was to be written for it").isEqualTo(1);
  }

  @Test
  void whatAClassDoesNotHaveStaysWhereItIs() {
    // fault: a field that a class did not repeat was deleted by the next save
    Fixture stickers = new Fixture();
    UUID id = stickers.earlier("old");
    stickers.later(id, sticker -> {
      sticker.label.colour = "red";
      sticker.label.copies.add(new LaterLabelBlock());
      sticker.spare.add(new LaterLabelBlock());
      sticker.spare.getFirst().words = "spare";
    });

    // an older node, during a rolling upgrade
    fixture.step(stickers.earlierStore, null, () -> {
      EarlierSticker sticker = stickers.earlierService.load(EarlierSticker.class, id);
      sticker.label.words = "changed by the older";
      return List.of(sticker);
    });

    stickers.later(id, sticker -> {
      assertThat(sticker.label.words).isEqualTo("changed by the older");
      assertThat(sticker.label.colour).isEqualTo("red");
      assertThat(sticker.label.copies).hasSize(1);
      assertThat(sticker.spare).extracting(each -> each.words).containsExactly("spare");
    });
    assertThat(stickers.laterStore.history().at(id, 3).toMap())
        .isEqualTo(stickers.laterService.load(LaterSticker.class, id).toMap());
  }

  private static final class Fixture {
    final SubscriptionStore laterStore = fixture.storeOf(List.of(LaterSticker.class), List.of());
    final SubscriptionStore earlierStore =
        fixture.storeOf(List.of(EarlierSticker.class), List.of());
    final Subscriptions laterService = new Subscriptions(() -> laterStore);
    final Subscriptions earlierService = new Subscriptions(() -> earlierStore);

    UUID earlier(String words) {
      return fixture
          .step(earlierStore, null, () -> {
            EarlierSticker sticker =
                earlierService.create(EarlierSticker.class, fixture.product("Sticker"), "customer");
            sticker.label.words = words;
            sticker.transitionTo(ACTIVE);
            return List.of(sticker);
          })
          .changed()
          .iterator()
          .next();
    }

    void later(UUID id, Consumer<LaterSticker> changing) {
      fixture.step(laterStore, null, () -> {
        LaterSticker sticker = laterService.load(LaterSticker.class, id);
        changing.accept(sticker);
        return List.of(sticker);
      });
    }

    int version(UUID id) {
      return laterService.load(LaterSticker.class, id).version();
    }
  }

  @Test
  void aFieldCannotHaveTwoValues() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> cabinet.main.title = "one");
    UUID block = fixture.subscriptions.load(Cabinet.class, id).main.subscriptionInstanceId();

    // a block is one row, and its values are one document of that row
    assertThatThrownBy(() -> fixture.database.with(handle -> handle.execute(
            "insert into ${schema}.subscription_instances select * from ${schema}.subscription_instances where subscription_instance_id = ?",
            block)))
        .isInstanceOf(StatementRefused.class)
        .hasMessageContaining("subscription_instances_pkey");
    fixture.database.with(handle -> handle.execute(
        "update ${schema}.subscription_instances set instance_values = '{\"title\": \"one\", \"title\": \"two\"}' where subscription_instance_id = ?",
        block));

    assertThat(fixture.subscriptions.load(Cabinet.class, id).main.title).isEqualTo("two");
  }
}
