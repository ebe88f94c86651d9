package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.search.SubscriptionSearch;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions are found by what people type, as they are at that moment. */
final class FoundByTextTest {

  private SubscriptionFixture fixture;
  private SubscriptionSearch search;

  @BeforeEach
  void prepare() {
    fixture = new SubscriptionFixture();
    search = new SubscriptionSearch(fixture.database, fixture.store);
  }

  @AfterEach
  void close() throws SQLException {
    fixture.close();
  }

  private List<UUID> found(String query) {
    List<UUID> ids = search.find(query, 0, 100).stream()
        .map(each -> each.header().subscriptionId())
        .toList();
    assertThat(search.count(query)).isEqualTo(ids.size());
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann",
        "an*",
        "username:ann",
        "username:(carl|ann)",
        "userId:96737",
        "\"user ann\"",
        "ANN -status:active",
        "status:initial affiliation:internal ann",
        "product_name:\"User internal\" -bob",
        "productType:User -bob",
        "tag:USER_INT ann",
        "customer_id:\"customer 1\" ann",
        "(ann | carl) -bob",
        "insync:true ann",
        "subscriptionDescription:\"User ann\"",
      })
  void byEachPartOfIt(String query) {
    UUID group = fixture.group("operations", 7);
    UUID ann = fixture.user("ann", group);
    UUID bob = fixture.user("bob", group);

    assertThat(found(query)).containsExactly(ann);
    assertThat(found("tag:USER_INT")).containsExactly(bob, ann);
  }

  @Test
  void byItsIdAndByThoseOfItsBlocks() {
    UUID group = fixture.group("operations", 7);
    fixture.group("other", 8);
    UUID block = fixture.groupBlock(group).subscriptionInstanceId();

    assertThat(found(group.toString())).containsExactly(group);
    assertThat(found("subscription_id:" + group)).containsExactly(group);
    assertThat(found("subscription_id:" + group.toString().substring(0, 16) + "*"))
        .contains(group);
    assertThat(found("subscription_instance_id:" + block)).containsExactly(group);
  }

  @Test
  void afterEachSaveByWhatItHasNow() {
    UUID group = fixture.group("operations", 7);
    assertThat(found("operations")).containsExactly(group);

    fixture.changed(UserGroup.class, group, changed -> {
      changed.userGroup.groupName = "night shift";
      changed.description("User Group night shift");
      changed.note("ask 10.0.12.7, or carl@example.org");
    });

    assertThat(found("operations")).isEmpty();
    assertThat(found("\"night shift\"")).containsExactly(group);
    assertThat(found("10.0.12.7")).containsExactly(group);
    assertThat(found("10.0.1*")).containsExactly(group);
    assertThat(found("carl")).containsExactly(group);
    assertThat(found("note:ask")).containsExactly(group);

    fixture.changed(UserGroup.class, group, changed -> changed.transitionTo(TERMINATED));

    assertThat(found("status:terminated")).containsExactly(group);
  }

  @Test
  void byWhatItsProductIsCalledNow() {
    UUID group = fixture.group("operations", 7);
    assertThat(found("product_description:\"A group\"")).containsExactly(group);

    fixture.database.with(
        handle -> handle.execute(
            "update ${schema}.products set description = 'People who work together' where name = 'User Group'"));

    assertThat(found("together")).containsExactly(group);
    assertThat(found("product_description:\"A group\"")).isEmpty();
  }

  @Test
  void byWhatIsKnownOfItFromOutside() {
    UUID group = fixture.group("operations", 7);
    fixture.database.with(handle -> handle.execute(
        "insert into ${schema}.subscription_metadata values (?, '{\"contract\": \"C-77\"}')",
        group));

    assertThat(search.find("contract:C-77", 0, 1).getFirst().metadata())
        .hasToString("{\"contract\":\"C-77\"}");
  }

  @Test
  void valuesOfEveryKindAndOfEveryDepth() {
    UUID cabinet = fixture.created(Cabinet.class, "Cabinet", fresh -> {
      FolderBlock inner = new FolderBlock();
      inner.title = "deep";
      inner.notes.add(note("Zürich, Straße"));
      fresh.main.inner = inner;
    });

    assertThat(found("title:deep")).containsExactly(cabinet);
    assertThat(found("zürich")).containsExactly(cabinet);
    assertThat(found("stra*")).containsExactly(cabinet);
    assertThat(found("open:true")).containsExactly(cabinet);
  }

  @Test
  void oneThatIsTooLargeIsFoundByItsBeginning() {
    Random random = new Random(1);
    UUID cabinet = fixture.created(Cabinet.class, "Cabinet", fresh -> {
      fresh.description("enormous");
      for (int i = 0; i < 800; i++) {
        FolderBlock folder = new FolderBlock();
        folder.title = Long.toHexString(random.nextLong()) + " " + "\uD83D\uDE00é" + i;
        folder.notes.add(note("x".repeat(1000) + i));
        fresh.main.folders.add(folder);
      }
    });

    assertThat(found("enormous")).containsExactly(cabinet);
  }

  @Test
  void whoeverSearchesFindsWhatWasSavedBefore() throws Exception {
    UUID group = fixture.group("operations", 7);
    Set<String> lost = ConcurrentHashMap.newKeySet();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> clients = IntStream.range(0, 4)
          .<Future<?>>mapToObj(client -> executor.submit(() -> {
            UUID own = fixture.group("client" + client, client);
            for (int i = 0; i < 40; i++) {
              String word = "c%dr%d".formatted(client, i);
              fixture.changed(UserGroup.class, own, changed -> changed.userGroup.groupName = word);
              if (!found(word).equals(List.of(own))) {
                lost.add(word);
              }
            }
          }))
          .toList();
      for (Future<?> client : clients) {
        client.get();
      }
    }

    assertThat(lost).isEmpty();
    assertThat(found("operations")).containsExactly(group);
  }

  @Test
  void aSaveThatIsUnderWayMeanwhileIsNotForgotten() throws SQLException {
    UUID group = fixture.group("operations", 7);
    assertThat(found("operations")).containsExactly(group);
    fixture.changed(UserGroup.class, group, changed -> changed.userGroup.groupName = "early");
    SaveUnit save = fixture.prepared(fixture.store, null, () -> {
      UserGroup loaded = fixture.subscriptions.load(UserGroup.class, group);
      loaded.userGroup.groupName = "late";
      return List.of(loaded);
    });
    try (Connection connection = fixture.source.getConnection();
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      connection.setAutoCommit(false);
      save.apply(connection);
      Future<List<UUID>> before = executor.submit(() -> found("late"));
      Instant deadline = Instant.now().plusSeconds(20);
      while (!somebodyWaits()) {
        assertThat(Instant.now()).isBefore(deadline);
      }
      connection.commit();
      connection.setAutoCommit(true);

      assertThat(before).succeedsWithin(Duration.ofSeconds(20));
    }

    assertThat(found("late")).containsExactly(group);
  }

  private boolean somebodyWaits() {
    return fixture.database.with(handle -> handle
        .createQuery(
            "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like :schema)")
        .bind("schema", "%" + fixture.schema + ".subscription_texts%")
        .mapTo(Boolean.class)
        .one());
  }
}
