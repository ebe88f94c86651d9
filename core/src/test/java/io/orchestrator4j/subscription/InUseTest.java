package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.DISABLED;
import static io.orchestrator4j.product.SubscriptionLifecycle.MIGRATING;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever uses a block can rely on it, and whoever has it learns who uses it. */
final class InUseTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  /** An active cabinet with a note two folders below the root. */
  private static UUID owner() {
    return cabinet(cabinet -> {
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.notes.add(note("nested"));
    });
  }

  private static UUID cabinet(Consumer<Cabinet> filling) {
    return fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      filling.accept(cabinet);
      cabinet.transitionTo(ACTIVE);
    });
  }

  private static UUID userOf(UUID owner, String description) {
    return cabinet(cabinet -> {
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.links.add(nested(owner));
      cabinet.description(description);
    });
  }

  private static NoteBlock nested(UUID owner) {
    return loaded(owner).main.inner.notes.getFirst();
  }

  private static Cabinet loaded(UUID id) {
    return fixture.subscriptions.load(Cabinet.class, id);
  }

  private static void transition(UUID id, SubscriptionLifecycle status) {
    fixture.changed(Cabinet.class, id, cabinet -> cabinet.transitionTo(status));
  }

  @Test
  void whatIsInUseFurtherBelowCannotEndAndItsUsersAreNamed() {
    // faults: only blocks at the root were looked at, and the message named the wrong ones
    UUID owner = owner();
    UUID first = userOf(owner, "first user");
    UUID second = userOf(owner, "second user");

    assertThatThrownBy(() -> transition(owner, TERMINATED))
        .isInstanceOfSatisfying(SaveRefused.InUse.class, refused -> {
          assertThat(refused.users()).containsExactlyInAnyOrder(first, second);
          assertThat(refused.code()).isEqualTo("in_use");
        })
        .hasMessageContaining("would be terminated, and is used by " + first + " 'first user'")
        .hasMessageContaining("is used by " + second + " 'second user'");

    assertThat(loaded(owner).status()).isEqualTo(ACTIVE);
  }

  @Test
  void whatIsInUseCannotBeRemoved() {
    // fault: it was removed, and who used it could not be loaded any more
    UUID owner = owner();
    UUID user = userOf(owner, "its user");

    assertThatThrownBy(
            () -> fixture.changed(Cabinet.class, owner, cabinet -> cabinet.main.inner = null))
        .isInstanceOfSatisfying(
            SaveRefused.InUse.class, refused -> assertThat(refused.users()).containsExactly(user))
        .hasMessageContaining("the block Note")
        .hasMessageContaining("would be removed, and is used by " + user + " 'its user'");

    assertThat(loaded(user).main.inner.links).hasSize(1);
  }

  @Test
  void whatATerminatedSubscriptionUsedCanGo() {
    UUID owner = owner();
    UUID user = userOf(owner, "ended");
    transition(user, TERMINATED);

    fixture.changed(Cabinet.class, owner, cabinet -> cabinet.main.inner = null);

    assertThat(loaded(user).main.inner.links).isEmpty();
    assertThat(((Cabinet) fixture.store.history().at(user, 2)).main.inner.links)
        .extracting(note -> note.text)
        .containsExactly("nested");
  }

  @Test
  void whoLetsGoInTheSameStepIsNoUser() {
    UUID owner = owner();
    UUID user = userOf(owner, "lets go");

    fixture.step(() -> {
      List<Cabinet> both = fixture.subscriptions.load(Cabinet.class, List.of(owner, user));
      both.get(0).main.inner = null;
      both.get(1).main.inner.links.clear();
      return both;
    });

    assertThat(loaded(owner).main.inner).isNull();
  }

  @Test
  void whoEndsInTheSameStepIsNoUser() {
    UUID owner = owner();
    UUID user = userOf(owner, "ends too");

    fixture.step(() -> {
      List<Cabinet> both = fixture.subscriptions.load(Cabinet.class, List.of(owner, user));
      both.forEach(cabinet -> cabinet.transitionTo(TERMINATED));
      return both;
    });

    assertThat(loaded(user).status()).isEqualTo(TERMINATED);
  }

  @ParameterizedTest
  @CsvSource({"MIGRATING", "DISABLED", "TERMINATED"})
  void theStatusOfWhatIsUsedFollowsTheTable(SubscriptionLifecycle status) {
    UUID owner = owner();
    userOf(owner, "active user");

    assertThatThrownBy(() -> transition(owner, status)).isInstanceOf(SaveRefused.InUse.class);
    transition(owner, PROVISIONING);
  }

  @Test
  void theStatusOfAUserFollowsTheTable() {
    UUID owner = owner();
    UUID user = userOf(owner, "user");
    transition(user, MIGRATING);
    transition(owner, MIGRATING);

    assertThatThrownBy(() -> transition(user, ACTIVE))
        .isInstanceOf(SaveRefused.SharedBlockNotReady.class)
        .hasMessageContaining("cannot be active while main.inner.links.0 is a block of")
        .hasMessageContaining("which is migrating");
    assertThatThrownBy(() -> transition(user, DISABLED))
        .isInstanceOf(SaveRefused.SharedBlockNotReady.class);
    transition(user, TERMINATED);
  }

  @Test
  void whatHasEndedCannotBeUsed() {
    UUID owner = owner();
    transition(owner, TERMINATED);

    assertThatThrownBy(() -> userOf(owner, "late"))
        .isInstanceOf(SaveRefused.SharedBlockNotReady.class)
        .hasMessageContaining("terminated");
  }

  @Test
  void anOwnerThatEndedSinceItWasLoadedIsRefused() {
    UUID owner = owner();
    UUID user = cabinet(cabinet -> {});
    UnitOfWork unit = fixture.store.open(null, "ann");
    Cabinet cabinet = unit.load(Cabinet.class, user);
    cabinet.main.links.add(unit.load(Cabinet.class, owner).main.inner.notes.getFirst());
    SaveUnit late = unit.end(List.of(cabinet));
    transition(owner, TERMINATED);

    assertThatThrownBy(() -> fixture.commit(late))
        .isInstanceOf(SaveRefused.SharedBlockNotReady.class);
  }

  @Test
  void aBlockThatWasRemovedSinceItWasLoadedIsRefused() {
    UUID owner = owner();
    UUID user = cabinet(cabinet -> {});
    UnitOfWork unit = fixture.store.open(null, "ann");
    Cabinet cabinet = unit.load(Cabinet.class, user);
    cabinet.main.links.add(unit.load(Cabinet.class, owner).main.inner.notes.getFirst());
    SaveUnit late = unit.end(List.of(cabinet));
    fixture.changed(Cabinet.class, owner, each -> each.main.inner = null);

    assertThatThrownBy(() -> fixture.commit(late))
        .isInstanceOf(SaveRefused.SharedBlockNotReady.class)
        .hasMessageContaining("removed");
  }

  @Test
  void ofOneWhoEndsAndOneWhoBeginsToUseOneIsRefused() throws Exception {
    for (int i = 0; i < 30; i++) {
      UUID owner = owner();
      UUID user = cabinet(cabinet -> {});
      boolean removes = i % 2 == 0;

      List<Boolean> saved = atOnce(
          prepared(user, cabinet -> cabinet.main.links.add(nested(owner))),
          prepared(owner, cabinet -> {
            if (removes) {
              cabinet.main.inner = null;
            } else {
              cabinet.transitionTo(TERMINATED);
            }
          }));

      assertThat(saved).as("the user, the owner").containsExactlyInAnyOrder(true, false);
      assertThat(loaded(user).main.links).hasSize(saved.getFirst() ? 1 : 0);
      assertThat(loaded(owner).status()).isEqualTo(saved.get(1) && !removes ? TERMINATED : ACTIVE);
    }
  }

  @Test
  void whoUsesOneAnotherAtTheSameTimeDoesNotWaitForEver() throws Exception {
    for (int i = 0; i < 20; i++) {
      UUID first = owner();
      UUID second = owner();

      List<Boolean> saved = atOnce(
          prepared(first, cabinet -> cabinet.main.links.add(nested(second))),
          prepared(second, cabinet -> cabinet.main.links.add(nested(first))));

      assertThat(saved).containsExactly(true, true);
    }
  }

  private static SaveUnit prepared(UUID id, Consumer<Cabinet> changing) {
    return fixture.prepared(fixture.store, null, () -> {
      Cabinet cabinet = loaded(id);
      changing.accept(cabinet);
      return List.of(cabinet);
    });
  }

  private static List<Boolean> atOnce(SaveUnit... units) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(units.length);
    List<Future<Boolean>> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SaveUnit unit : units) {
        outcomes.add(threads.submit(() -> {
          barrier.await();
          try {
            fixture.commit(unit);
            return true;
          } catch (SaveRefused.InUse | SaveRefused.SharedBlockNotReady _) {
            return false;
          }
        }));
      }
    }
    List<Boolean> saved = new ArrayList<>();
    for (Future<Boolean> outcome : outcomes) {
      saved.add(outcome.get());
    }
    return saved;
  }
}
