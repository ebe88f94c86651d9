package io.orchestrator4j.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Saves of several steps in one round trip: all of them, or none. */
final class SavedTogetherTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  @Test
  void newAndChangedOnesAreSavedByTheStatementsOfOne() {
    List<SaveUnit> units = new ArrayList<>();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      UUID id = cabinet("before " + i);
      ids.add(id);
      units.add(renamed(id, "after " + i));
    }
    UUID[] fresh = new UUID[1];
    units.add(fixture.prepared(fixture.store, UUID.randomUUID(), () -> {
      Cabinet cabinet =
          fixture.subscriptions.create(Cabinet.class, fixture.product("Cabinet"), "7");
      cabinet.main.notes.add(note("fresh", 42));
      fresh[0] = cabinet.subscriptionId();
      return List.of(cabinet);
    }));
    assertThat(units).allMatch(SaveUnit::isSimple);
    var _ = fixture.source.executed();

    fixture.commitTogether(units);

    assertThat(fixture.source.executed()).hasSize(1);
    for (int i = 0; i < ids.size(); i++) {
      assertThat(load(ids.get(i)).description()).isEqualTo("after " + i);
      assertThat(load(ids.get(i)).version()).isEqualTo(2);
      assertThat(fixture.store.history().versions(ids.get(i), Integer.MAX_VALUE, 10))
          .hasSize(2);
    }
    assertThat(load(fresh[0]).main.notes.getFirst().text).isEqualTo("fresh");
    assertThat(fixture.subscriptions.blocks(NoteBlock.class).where("codes", 42).list())
        .hasSize(1);
  }

  @Test
  void ifOneIsStaleNoneIsSaved() {
    UUID stale = cabinet("stale");
    UUID other = cabinet("other");
    SaveUnit late = renamed(stale, "late");
    SaveUnit innocent = renamed(other, "innocent");
    fixture.commit(renamed(stale, "faster"));

    assertThatThrownBy(() -> fixture.commitTogether(List.of(innocent, late)))
        .hasRootCauseInstanceOf(SQLException.class);

    assertThat(load(other).description()).isEqualTo("other");
    assertThat(load(stale).description()).isEqualTo("faster");
    fixture.commit(innocent);
    assertThat(load(other).description()).isEqualTo("innocent");
    assertThatThrownBy(() -> fixture.commit(late))
        .isInstanceOf(SaveRefused.StaleSubscription.class);
  }

  @Test
  void ifTwoWantOneUniqueValueNoneIsSaved() {
    UUID one = cabinet("one");
    UUID two = cabinet("two");
    SaveUnit first = changed(one, cabinet -> cabinet.main.notes.add(serial("SN-1")));
    SaveUnit second = changed(two, cabinet -> cabinet.main.notes.add(serial("SN-1")));

    assertThatThrownBy(() -> fixture.commitTogether(List.of(first, second)))
        .hasRootCauseInstanceOf(SQLException.class);

    assertThat(load(one).main.notes).isEmpty();
    fixture.commit(first);
    assertThatThrownBy(() -> fixture.commit(second)).isInstanceOf(SaveRefused.ValueTaken.class);
  }

  @Test
  void whatIsInUseDoesNotEndThisWayEither() {
    UUID group = fixture.group("used", 1);
    fixture.changed(UserGroup.class, group, it -> it.transitionTo(SubscriptionLifecycle.ACTIVE));
    UUID user = fixture.user("ann", group);
    fixture.changed(User.class, user, it -> it.transitionTo(SubscriptionLifecycle.ACTIVE));
    SaveUnit end = fixture.prepared(fixture.store, null, () -> {
      UserGroup loaded = fixture.subscriptions.load(UserGroup.class, group);
      loaded.transitionTo(SubscriptionLifecycle.TERMINATED);
      return List.of(loaded);
    });
    assertThat(end.isSimple()).isTrue();

    assertThatThrownBy(() -> fixture.commitTogether(List.of(end)))
        .hasRootCauseInstanceOf(SQLException.class);

    assertThatThrownBy(() -> fixture.commit(end)).isInstanceOf(SaveRefused.InUse.class);
  }

  @Test
  void whatUsesOrRemovesBlocksIsSavedByItself() {
    UUID group = fixture.group("alone", 2);
    SaveUnit user = fixture.prepared(fixture.store, null, () -> {
      User fresh = fixture.subscriptions.create(User.class, fixture.product("User internal"), "7");
      fresh.user.group = fixture.groupBlock(group);
      return List.of(fresh);
    });
    UUID id = fixture.created(
        Cabinet.class, "Cabinet", cabinet -> cabinet.main.notes.add(note("goes", 1)));
    SaveUnit removal = changed(id, cabinet -> cabinet.main.notes.clear());

    assertThat(user.isSimple()).isFalse();
    assertThat(removal.isSimple()).isFalse();
  }

  private static UUID cabinet(String description) {
    return fixture.created(Cabinet.class, "Cabinet", it -> it.description(description));
  }

  private static SaveUnit renamed(UUID id, String description) {
    return changed(id, cabinet -> cabinet.description(description));
  }

  private static SaveUnit changed(UUID id, Consumer<Cabinet> change) {
    return fixture.prepared(fixture.store, null, () -> {
      Cabinet cabinet = load(id);
      change.accept(cabinet);
      return List.of(cabinet);
    });
  }

  private static Cabinet load(UUID id) {
    return fixture.subscriptions.load(Cabinet.class, id);
  }

  private static NoteBlock note(String text, int code) {
    NoteBlock note = new NoteBlock();
    note.text = text;
    note.codes = List.of(code);
    return note;
  }

  private static NoteBlock serial(String serial) {
    NoteBlock note = new NoteBlock();
    note.serial = serial;
    return note;
  }
}
