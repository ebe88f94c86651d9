package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static io.orchestrator4j.subscription.SubscriptionFixture.CUSTOMER;
import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.InvalidSubscription;
import io.orchestrator4j.product.StatusNotAllowed;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import io.orchestrator4j.subscription.TestingModels.User;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must not be saved is refused by name, and nothing is changed. */
final class RefusalsTest {

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

  private static void change(UUID id, Consumer<Cabinet> changing) {
    fixture.changed(Cabinet.class, id, changing);
  }

  @Test
  void whatWasChangedMustBeReturned() {
    UUID id = cabinet(cabinet -> cabinet.main.entries.add(note("lost")));
    String main = loaded(id).main.toString();

    assertThatThrownBy(() -> fixture.step(() -> {
          Cabinet cabinet = loaded(id);
          cabinet.description("changed");
          cabinet.main.title = "changed";
          cabinet.main.label("changed");
          cabinet.main.entries.remove(0);
          cabinet.folders.add(new FolderBlock());
          return List.<Cabinet>of();
        }))
        .isInstanceOf(SaveRefused.ChangedButNotReturned.class)
        .hasMessageContaining("\n  - description\n  - folders\n")
        .hasMessageContaining(main + ".label")
        .hasMessageContaining(main + ".title")
        .hasMessageContaining(main + ".entries");

    assertThat(loaded(id).version()).isEqualTo(1);
  }

  @Test
  void aValueThatWasChangedInPlaceMustBeReturnedToo() {
    UUID id = cabinet(cabinet -> {
      NoteBlock note = note("in place");
      note.tags.add("first");
      cabinet.main.entries.add(note);
    });

    assertThatThrownBy(() -> fixture.step(() -> {
          ((NoteBlock) loaded(id).main.entries.getFirst()).tags.add("second");
          return List.<Cabinet>of();
        }))
        .isInstanceOf(SaveRefused.ChangedButNotReturned.class)
        .hasMessageContaining(".tags");
  }

  @Test
  void whatWasMadeMustBeReturned() {
    assertThatThrownBy(() -> fixture.step(() -> {
          fixture.subscriptions.create(Cabinet.class, fixture.product("Cabinet"), CUSTOMER);
          return List.<Cabinet>of();
        }))
        .isInstanceOf(SaveRefused.ChangedButNotReturned.class)
        .hasMessageContaining("was not returned");
  }

  @Test
  void whatWasOnlyLookedAtNeedNotBeReturned() {
    UUID id = cabinet(cabinet -> cabinet.main.entries.add(note("looked at")));

    SaveUnit unit = fixture.step(() -> {
      loaded(id).toMap();
      return List.<Cabinet>of();
    });

    assertThat(unit.isEmpty()).isTrue();
  }

  @Test
  void aBlockStandsInOnePlaceOnly() {
    UUID id = cabinet(cabinet -> cabinet.main.inner = new FolderBlock());

    assertThatThrownBy(() -> change(id, cabinet -> cabinet.folders.add(cabinet.main.inner)))
        .isInstanceOf(SaveRefused.BlockNotAllowed.class)
        .hasMessageContaining("is in both main.inner and folders.0");
  }

  @Test
  void aSharedBlockStandsOnceBelowABlock() {
    UUID owner = cabinet(cabinet -> cabinet.main.notes.add(note("shared")));

    assertThatThrownBy(() -> cabinet(cabinet -> {
          NoteBlock shared = loaded(owner).main.notes.getFirst();
          cabinet.main.links.add(shared);
          cabinet.main.notes.add(shared);
        }))
        .isInstanceOf(SaveRefused.BlockNotAllowed.class)
        .hasMessageContaining("is in both main.notes.0 and main.links.0");
  }

  @Test
  void aSharedBlockCanStandBelowSeveralBlocks() {
    UUID owner = cabinet(cabinet -> cabinet.main.notes.add(note("shared")));

    UUID id = cabinet(cabinet -> {
      NoteBlock shared = loaded(owner).main.notes.getFirst();
      cabinet.main.links.add(shared);
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.links.add(shared);
      cabinet.featured = shared;
    });

    Cabinet cabinet = loaded(id);
    assertThat(cabinet.main.links.getFirst())
        .isSameAs(cabinet.main.inner.links.getFirst())
        .isSameAs(cabinet.featured);
    assertThat(cabinet.featured.text).isEqualTo("shared");
  }

  @Test
  void ownFieldsTakeNoBlocksOfOthers() {
    UUID owner = cabinet(cabinet -> {});

    assertThatThrownBy(() -> cabinet(cabinet -> cabinet.main.inner = loaded(owner).main))
        .isInstanceOf(SaveRefused.BlockNotAllowed.class)
        .hasMessageContaining("main.inner takes own blocks only")
        .hasMessageContaining(owner.toString());
  }

  @Test
  void sharedFieldsTakeNoOwnBlocks() {
    assertThatThrownBy(() -> cabinet(cabinet -> cabinet.main.links.add(note("new"))))
        .isInstanceOf(SaveRefused.BlockNotAllowed.class)
        .hasMessageContaining("main.links.0 takes blocks of other subscriptions only");
    UUID id = cabinet(cabinet -> {});
    assertThatThrownBy(() -> change(id, cabinet -> cabinet.main.linked = cabinet.main))
        .isInstanceOf(SaveRefused.BlockNotAllowed.class)
        .hasMessageContaining("main.linked takes blocks of other subscriptions only");
  }

  @Test
  void aFieldThatTakesEitherOwnsWhatIsNew() {
    UUID owner = cabinet(cabinet -> cabinet.main.notes.add(note("theirs")));

    UUID id = cabinet(cabinet -> {
      cabinet.main.notes.add(note("first"));
      cabinet.main.notes.add(loaded(owner).main.notes.getFirst());
      cabinet.main.notes.add(note("last"));
    });

    Cabinet cabinet = loaded(id);
    assertThat(cabinet.main.notes)
        .extracting(note -> note.text)
        .containsExactly("first", "theirs", "last");
    assertThat(cabinet.main.notes).extracting(cabinet::owns).containsExactly(true, false, true);
    assertThat(cabinet.blocks()).hasSize(3);
  }

  @Test
  void aFieldTakesNoOtherKindsOfBlocks() {
    assertThatThrownBy(() -> cabinet(cabinet -> cabinet.main.cover = new FolderBlock()))
        .isInstanceOf(SaveRefused.BlockNotAllowed.class)
        .hasMessageContaining("main.cover takes no Folder; it takes Label, Note");
  }

  @Test
  void aBlockThatWasLoadedElsewhereIsRefused() {
    UUID owner = cabinet(cabinet -> cabinet.main.notes.add(note("shared")));
    NoteBlock elsewhere = loaded(owner).main.notes.getFirst();

    assertThatThrownBy(() -> cabinet(cabinet -> cabinet.featured = elsewhere))
        .isInstanceOf(SaveRefused.NotOfThisStep.class)
        .hasMessageContaining("featured");
  }

  @Test
  void whatAStatusDemandsIsNamedAllAtOnce() {
    assertThatThrownBy(() -> fixture.created(User.class, "User internal", user -> {
          user.transitionTo(PROVISIONING);
        }))
        .isInstanceOfSatisfying(
            InvalidSubscription.class,
            invalid -> assertThat(invalid.violations())
                .extracting(InvalidSubscription.Violation::path)
                .containsExactly("user.group", "user.username"));
  }

  @Test
  void whatAStatusDemandsIsDemandedOfEverySave() {
    UUID group = fixture.group("demanding", 1);
    fixture.changed(TestingModels.UserGroup.class, group, each -> each.transitionTo(ACTIVE));
    UUID id = fixture.user("demanding", group);
    fixture.changed(User.class, id, user -> user.transitionTo(ACTIVE));

    assertThatThrownBy(() -> fixture.changed(User.class, id, user -> user.user.userId = null))
        .isInstanceOf(InvalidSubscription.class)
        .hasMessageContaining("user.user_id must not be null");
  }

  @Test
  void aStatusThatCannotFollowIsRefused() {
    UUID id = cabinet(cabinet -> cabinet.transitionTo(TERMINATED));

    assertThatThrownBy(() -> change(id, cabinet -> cabinet.transitionTo(ACTIVE)))
        .isInstanceOf(StatusNotAllowed.class)
        .hasMessageContaining("nothing follows");
  }

  @Test
  void aUniqueValueIsRefusedByTheNameOfItsHolder() {
    UUID holder = fixture.user("unique", fixture.group("unique", 1));
    UUID other = fixture.user("other", fixture.group("other", 1));

    assertThatThrownBy(() ->
            fixture.changed(User.class, other, user -> user.user.userId = "unique".hashCode()))
        .isInstanceOf(SaveRefused.ValueTaken.class)
        .hasMessageContaining("UserBlock.userId must be unique")
        .hasMessageContaining(holder + " 'User unique'");
    assertThatThrownBy(() -> fixture.user("unique", fixture.group("third", 1)))
        .isInstanceOf(SaveRefused.ValueTaken.class);
  }

  @Test
  void aUniqueValueIsFreeAgainAfterItsHolderHasEndedOrChanged() {
    UUID first = fixture.user("free", fixture.group("free", 1));

    fixture.changed(User.class, first, user -> user.user.userId = -1);
    UUID second = fixture.user("free", fixture.group("free too", 1));
    fixture.changed(User.class, second, user -> user.transitionTo(TERMINATED));
    UUID third = fixture.user("free", fixture.group("free as well", 1));

    assertThat(fixture.subscriptions.load(User.class, third).user.userId)
        .isEqualTo("free".hashCode());
  }

  @Test
  void uniqueValuesCanBeSwappedInOneStep() {
    UUID first = fixture.user("swap 1", fixture.group("swap 1", 1));
    UUID second = fixture.user("swap 2", fixture.group("swap 2", 1));

    fixture.step(() -> {
      List<User> both = fixture.subscriptions.load(User.class, List.of(first, second));
      both.get(0).user.userId = "swap 2".hashCode();
      both.get(1).user.userId = "swap 1".hashCode();
      return both;
    });

    assertThat(fixture.subscriptions.load(User.class, first).user.userId)
        .isEqualTo("swap 2".hashCode());
  }

  @Test
  void aScopeSaysAmongWhatAValueIsUnique() {
    cabinetOf("scope 1", 1);
    cabinetOf("scope 2", 1);

    assertThatThrownBy(() -> cabinetOf("scope 1", 1))
        .isInstanceOf(SaveRefused.ValueTaken.class)
        .hasMessageContaining("NoteBlock.serial");
    assertThatThrownBy(() -> cabinetOf("scope 3", 2))
        .as("twice in one subscription")
        .isInstanceOf(SaveRefused.ValueTaken.class);
  }

  private static void cabinetOf(String customer, int notes) {
    fixture.step(() -> {
      Cabinet cabinet =
          fixture.subscriptions.create(Cabinet.class, fixture.product("Cabinet"), customer);
      for (int i = 0; i < notes; i++) {
        NoteBlock note = note("unique");
        note.serial = "serial 1";
        cabinet.main.notes.add(note);
      }
      return List.of(cabinet);
    });
  }

  @Test
  void aModelOfAnotherStepIsRefused() {
    UUID id = cabinet(cabinet -> {});
    UnitOfWork one = fixture.store.open(null, "ann");
    Cabinet cabinet = one.load(Cabinet.class, id);
    UnitOfWork other = fixture.store.open(null, "ann");

    assertThatThrownBy(() -> other.end(List.of(cabinet)))
        .isInstanceOf(SaveRefused.NotOfThisStep.class);
  }
}
