package io.orchestrator4j.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.User;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many who change the same subscription at once lose nothing of one another. */
final class ConcurrentSavesTest {

  private static final int WORKERS = 6;
  private static final int ROUNDS = 15;

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
  void everyChangeThatWasNotRefusedIsThere() throws Exception {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {});
    AtomicInteger refused = new AtomicInteger();

    together(worker -> {
      for (int round = 0; round < ROUNDS; round++) {
        String title = worker + "/" + round;
        while (!added(id, title)) {
          refused.incrementAndGet();
        }
      }
      return true;
    });

    Cabinet cabinet = fixture.subscriptions.load(Cabinet.class, id);
    assertThat(cabinet.folders)
        .extracting(folder -> folder.title)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, WORKERS * ROUNDS)
            .mapToObj(i -> i / ROUNDS + "/" + i % ROUNDS)
            .toList());
    assertThat(cabinet.version()).isEqualTo(1 + WORKERS * ROUNDS);
    assertThat(refused).as("stale copies").hasPositiveValue();
    assertThat(fixture.store.history().versions(id, Integer.MAX_VALUE, 1000))
        .hasSize(1 + WORKERS * ROUNDS);
  }

  private static boolean added(UUID id, String title) {
    try {
      fixture.changed(Cabinet.class, id, cabinet -> {
        FolderBlock folder = new FolderBlock();
        folder.title = title;
        cabinet.folders.add(folder);
      });
      return true;
    } catch (SaveRefused.StaleSubscription _) {
      return false;
    }
  }

  @Test
  void ofManyWhoWantTheSameUniqueValueOneGetsIt() throws Exception {
    UUID group = fixture.group("wanted", 1);

    List<Boolean> got = together(worker -> {
      try {
        fixture.created(User.class, "User internal", user -> {
          user.user.username = "worker " + worker;
          user.user.group = fixture.groupBlock(group);
          user.user.userId = 4711;
        });
        return true;
      } catch (SaveRefused.ValueTaken _) {
        return false;
      }
    });

    assertThat(got).containsOnlyOnce(true).hasSize(WORKERS);
    assertThat(
            fixture.subscriptions.find(User.class).where("user.user_id", 4711).count())
        .isEqualTo(1);
  }

  @Test
  void whoSavesSeveralInAnotherOrderDoesNotWaitForEver() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(fixture.created(Cabinet.class, "Cabinet", cabinet -> {}));
    }

    together(worker -> {
      List<UUID> mine = new ArrayList<>(ids);
      Collections.rotate(mine, worker);
      for (int round = 0; round < ROUNDS; round++) {
        String title = worker + "/" + round;
        try {
          fixture.step(() -> {
            List<Cabinet> all = fixture.subscriptions.load(Cabinet.class, mine);
            all.forEach(cabinet -> cabinet.main.title = title);
            return all;
          });
        } catch (SaveRefused.StaleSubscription _) {
          // somebody was faster, as may be
        }
      }
      return true;
    });

    assertThat(fixture.subscriptions.load(Cabinet.class, ids))
        .as("all of one step, or none")
        .extracting(cabinet -> cabinet.main.title)
        .containsOnly(fixture.subscriptions.load(Cabinet.class, ids.getFirst()).main.title);
  }

  private interface Work<T> {
    T by(int worker) throws Exception;
  }

  private static <T> List<T> together(Work<T> work) throws Exception {
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      int worker = i;
      calls.add(() -> work.by(worker));
    }
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> each : threads.invokeAll(calls)) {
        results.add(each.get());
      }
    }
    return results;
  }
}
