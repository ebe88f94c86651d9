package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.INITIAL;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.subscription.TestingModels.User;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Neighbours of subscriptions, and the processes that work on them. */
final class RelationsTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  private static List<UUID> ids(List<SubscriptionHeader> headers) {
    return headers.stream().map(SubscriptionHeader::subscriptionId).toList();
  }

  @Test
  void neighboursByStatusAndLock() {
    SubscriptionRelations relations = fixture.store.relations();
    UUID group = fixture.group("group", 1);
    UUID alive = fixture.user("alive", group);
    UUID ended = fixture.user("ended", group);
    fixture.changed(User.class, ended, user -> user.transitionTo(TERMINATED));

    assertThat(ids(relations.inUseBy(group))).containsExactly(alive, ended);
    assertThat(ids(relations.inUseBy(group, INITIAL))).containsExactly(alive);
    assertThat(ids(relations.unterminatedUsers(group))).containsExactly(alive);
    assertThat(ids(relations.dependsOn(alive))).containsExactly(group);
    assertThat(relations.dependsOn(alive, TERMINATED)).isEmpty();
    assertThat(relations.outOfSyncNeighbours(group)).isEmpty();

    lock(alive);

    assertThat(ids(relations.outOfSyncNeighbours(group))).containsExactly(alive);
    assertThat(relations.outOfSyncNeighbours(alive))
        .as("itself is no neighbour")
        .isEmpty();
    lock(group);
    assertThat(ids(relations.outOfSyncNeighbours(alive))).containsExactly(group);
  }

  @Test
  void neighboursOfManyTakeOneQuery() {
    UUID first = fixture.group("first", 1);
    UUID second = fixture.group("second", 1);
    UUID alone = fixture.group("alone", 1);
    UUID user = fixture.user("of first", first);
    UUID other = fixture.user("of second", second);
    var _ = fixture.source.executed();

    Map<UUID, List<SubscriptionHeader>> users =
        fixture.store.relations().inUseBy(List.of(first, second, alone));
    Map<UUID, List<SubscriptionHeader>> used =
        fixture.store.relations().dependsOn(List.of(user, other, alone));

    assertThat(fixture.source.executed()).hasSize(2);
    assertThat(users).containsOnlyKeys(first, second);
    assertThat(ids(users.get(second))).containsExactly(other);
    assertThat(used).containsOnlyKeys(user, other);
    assertThat(ids(used.get(user))).containsExactly(first);
  }

  private static void lock(UUID id) {
    UnitOfWork unit = fixture.store.open(UUID.randomUUID(), "ann");
    unit.requireLock(id);
    fixture.commit(unit.end(List.of()));
  }

  @Test
  void aProcessIsLinkedOnce() {
    ProcessLinks links = fixture.store.links();
    UUID process = UUID.randomUUID();
    UUID later = UUID.randomUUID();
    UUID first = fixture.group("linked", 1);
    UUID second = fixture.group("linked too", 1);

    SaveUnit unit = link(process, first);
    assertThat(unit.isEmpty()).isFalse();
    assertThat(unit.changed()).containsExactly(first);
    assertThat(unit.versions()).isEmpty();
    link(process, first);
    fixture.clock.set("2026-04-01T00:00:00Z");
    link(process, second);
    link(later, first);

    assertThat(links.subscriptionsOf(List.of(process, later, UUID.randomUUID())))
        .containsOnlyKeys(process, later)
        .containsEntry(process, List.of(first, second))
        .containsEntry(later, List.of(first));
    assertThat(links.processesOf(first)).containsExactly(later, process);
    assertThat(links.processesOf(UUID.randomUUID())).isEmpty();
  }

  private static SaveUnit link(UUID process, UUID subscription) {
    UnitOfWork unit = fixture.store.open(process, "ann");
    unit.link(subscription);
    SaveUnit saved = unit.end(List.of());
    fixture.commit(saved);
    return saved;
  }
}
