package io.orchestrator4j.subscription;

import static io.orchestrator4j.subscription.SubscriptionFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.orchestrator4j.subscription.SubscriptionHistory.Version;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.UnitOfWork.Lock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lock of a subscription has an owner, and taking and giving it are changes like others. */
final class LocksTest {

  private static SubscriptionFixture fixture;

  private final UUID process = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  private static UUID cabinet() {
    return fixture.created(Cabinet.class, "Cabinet", cabinet -> {});
  }

  private static Cabinet loaded(UUID id) {
    return fixture.subscriptions.load(Cabinet.class, id);
  }

  private static SaveUnit unit(UUID process, Consumer<UnitOfWork> work) {
    UnitOfWork unit = fixture.store.open(process, "ann");
    work.accept(unit);
    SaveUnit saved = unit.end(List.of());
    fixture.commit(saved);
    return saved;
  }

  @Test
  void aLockIsTakenAndGivenBackWithAVersionEach() {
    UUID id = cabinet();

    SaveUnit taken = unit(process, unit -> assertThat(unit.lock(id)).isEqualTo(Lock.TAKEN));
    assertThat(loaded(id).insync()).isFalse();
    assertThat(loaded(id).header().lockedBy()).isEqualTo(process);
    unit(process, unit -> assertThat(unit.lock(id)).isEqualTo(Lock.HELD));
    unit(process, unit -> assertThat(unit.unlock(id)).isTrue());

    assertThat(loaded(id).insync()).isTrue();
    assertThat(taken.versions()).containsExactly(new SubscriptionVersion(id, 2));
    assertThat(fixture.store.history().versions(id, Integer.MAX_VALUE, 10))
        .extracting(Version::version, Version::processId)
        .containsExactly(tuple(3, process), tuple(2, process), tuple(1, null));
    assertThat(fixture.store.history().at(id, 2).insync()).isFalse();
    assertThat(fixture.store.history().at(id, 3).insync()).isTrue();
  }

  @Test
  void theLockOfAnotherIsNeitherTakenNorGivenBack() {
    UUID id = cabinet();
    unit(other, unit -> unit.requireLock(id));

    SaveUnit nothing = unit(process, unit -> {
      assertThat(unit.lock(id)).isEqualTo(Lock.OTHERS);
      assertThat(unit.unlock(id)).isFalse();
    });

    assertThat(nothing.isEmpty()).isTrue();
    assertThatThrownBy(() -> unit(process, unit -> unit.requireLock(id)))
        .isInstanceOfSatisfying(
            SaveRefused.SubscriptionLocked.class,
            locked -> assertThat(locked.lockedBy()).isEqualTo(other))
        .hasMessageContaining("is already out of sync");
  }

  @Test
  void anOperatorSetsASubscriptionInSync() {
    UUID id = cabinet();
    unit(other, unit -> unit.requireLock(id));

    unit(null, unit -> assertThat(unit.setInSync(id)).isTrue());
    unit(null, unit -> assertThat(unit.setInSync(id)).isFalse());

    assertThat(loaded(id).insync()).isTrue();
    assertThat(loaded(id).version()).isEqualTo(3);
  }

  @Test
  void ofTwoWhoTakeTheLockAtOnceOneIsTold() {
    UUID id = cabinet();
    UnitOfWork first = fixture.store.open(process, "ann");
    UnitOfWork second = fixture.store.open(other, "bob");
    first.requireLock(id);
    second.requireLock(id);
    SaveUnit winner = first.end(List.of());
    SaveUnit loser = second.end(List.of());
    fixture.commit(winner);

    assertThatThrownBy(() -> fixture.commit(loser))
        .isInstanceOfSatisfying(
            SaveRefused.SubscriptionLocked.class,
            locked -> assertThat(locked.lockedBy()).isEqualTo(process));
  }

  @Test
  void aLockThatNeedNotBeTakenIsLeftToWhoIsFaster() {
    UUID id = cabinet();
    UnitOfWork first = fixture.store.open(other, "bob");
    UnitOfWork second = fixture.store.open(process, "ann");
    first.requireLock(id);
    assertThat(second.lock(id)).isEqualTo(Lock.TAKEN);
    SaveUnit winner = first.end(List.of());
    SaveUnit loser = second.end(List.of(second.load(Cabinet.class, id)));
    fixture.commit(winner);

    fixture.commit(loser);

    assertThat(loaded(id).header().lockedBy()).isEqualTo(other);
    assertThat(loaded(id).version()).isEqualTo(2);
    assertThat(loser.versions()).containsExactly(new SubscriptionVersion(id, 2));
    assertThat(fixture.store.history().versions(id, Integer.MAX_VALUE, 10))
        .extracting(Version::version, Version::processId)
        .containsExactly(tuple(2, other), tuple(1, null));
    unit(process, unit -> assertThat(unit.unlock(id)).isFalse());
  }

  @Test
  void aChangeIsNotLeftOutForTheLockThatComesWithIt() {
    UUID id = cabinet();
    UnitOfWork first = fixture.store.open(other, "bob");
    UnitOfWork second = fixture.store.open(process, "ann");
    first.requireLock(id);
    assertThat(second.lock(id)).isEqualTo(Lock.TAKEN);
    Cabinet cabinet = second.load(Cabinet.class, id);
    cabinet.main.title = "mine";
    SaveUnit winner = first.end(List.of());
    SaveUnit loser = second.end(List.of(cabinet));
    fixture.commit(winner);

    assertThatThrownBy(() -> fixture.commit(loser))
        .isInstanceOf(SaveRefused.SubscriptionLocked.class);
  }

  @Test
  void whoNeedsALockThatHeWouldHaveDoneWithoutIsTold() {
    UUID id = cabinet();
    UnitOfWork first = fixture.store.open(other, "bob");
    UnitOfWork second = fixture.store.open(process, "ann");
    first.requireLock(id);
    assertThat(second.lock(id)).isEqualTo(Lock.TAKEN);
    second.requireLock(id);
    SaveUnit winner = first.end(List.of());
    SaveUnit loser = second.end(List.of());
    fixture.commit(winner);

    assertThatThrownBy(() -> fixture.commit(loser))
        .isInstanceOf(SaveRefused.SubscriptionLocked.class);
  }

  @Test
  void aNewSubscriptionBelongsToTheProcessThatMakesIt() {
    List<UUID> ids = new ArrayList<>();
    fixture.step(fixture.store, process, () -> {
      Cabinet cabinet =
          fixture.subscriptions.create(Cabinet.class, fixture.product("Cabinet"), CUSTOMER);
      ids.add(cabinet.subscriptionId());
      return List.of(cabinet);
    });

    assertThat(loaded(ids.getFirst()).header().lockedBy()).isEqualTo(process);
  }

  @Test
  void whatAnotherHasLockedIsNotChanged() {
    UUID id = cabinet();
    unit(other, unit -> unit.requireLock(id));

    assertThatThrownBy(() -> fixture.step(fixture.store, process, () -> {
          Cabinet cabinet = loaded(id);
          cabinet.main.title = "mine";
          return List.of(cabinet);
        }))
        .isInstanceOf(SaveRefused.SubscriptionLocked.class);

    UnitOfWork unit = fixture.store.open(process, "ann");
    unit.evenIfLocked(id);
    Cabinet cabinet = unit.load(Cabinet.class, id);
    cabinet.note("written all the same");
    fixture.commit(unit.end(List.of(cabinet)));
    assertThat(loaded(id).note()).isEqualTo("written all the same");
    assertThat(loaded(id).header().lockedBy()).isEqualTo(other);
  }

  @Test
  void aChangeAndItsLockAreOneVersion() {
    UUID id = cabinet();
    UnitOfWork unit = fixture.store.open(process, "ann");
    unit.requireLock(id);
    Cabinet cabinet = unit.load(Cabinet.class, id);
    cabinet.main.title = "locked and changed";

    fixture.commit(unit.end(List.of(cabinet)));

    assertThat(loaded(id).version()).isEqualTo(2);
    assertThat(loaded(id).main.title).isEqualTo("locked and changed");
    assertThat(cabinet.header()).isEqualTo(loaded(id).header());
  }

  @Test
  void aLockThatWasLookedAtBeforeAChangeIsStale() {
    UUID id = cabinet();
    UnitOfWork unit = fixture.store.open(process, "ann");
    unit.requireLock(id);
    unit(other, each -> each.requireLock(id));
    Cabinet cabinet = unit.load(Cabinet.class, id);

    assertThatThrownBy(() -> unit.end(List.of(cabinet)))
        .isInstanceOf(SaveRefused.StaleSubscription.class);
    assertThat(loaded(id).header().lockedBy()).isEqualTo(other);
  }

  @Test
  void manyLocksMakeNoHistoryThatIsSlowToRead() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> cabinet.main.title = "kept");
    for (int i = 0; i < 40; i++) {
      unit(process, unit -> unit.requireLock(id));
      unit(process, unit -> unit.unlock(id));
    }

    long snapshots = fixture.database.with(handle -> handle
        .createQuery(
            "select count(snapshot) from ${schema}.subscription_versions where subscription_id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .one());

    assertThat(snapshots).isBetween(3L, 10L);
    Cabinet past = (Cabinet) fixture.store.history().at(id, 80);
    assertThat(past.main.title).isEqualTo("kept");
    assertThat(past.insync()).isFalse();
  }
}
