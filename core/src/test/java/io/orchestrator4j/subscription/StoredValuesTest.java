package io.orchestrator4j.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.subscription.SubscriptionHistory.Version;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import io.orchestrator4j.value.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of all blocks of a kind are changed at once, and the history knows. */
final class StoredValuesTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private SubscriptionFixture fixture;

  @BeforeEach
  void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterEach
  void close() throws SQLException {
    fixture.close();
  }

  private int changed(ToIntFunction<StoredValues> change) {
    return fixture.database.inTransaction(
        handle -> change.applyAsInt(new StoredValues(handle, NOW, "migration 1")));
  }

  private String values(UUID subscription) {
    return fixture.database.with(handle ->
        handle.createQuery("""
            select instance_values::text
            from ${schema}.subscription_instances
            where subscription_id = :id
            """).bind("id", subscription).mapTo(String.class).one());
  }

  @Test
  void onlyBlocksWithoutAValueGetOne() {
    UUID without = fixture.group("without", null);
    UUID with = fixture.group("with", 7);

    int changed =
        changed(values -> values.set("UserGroupBlock", "group_id", Json.toTree(99), true));

    assertThat(changed).isEqualTo(1);
    UserGroup filled = fixture.subscriptions.load(UserGroup.class, without);
    assertThat(filled.userGroup.groupId).isEqualTo(99);
    assertThat(filled.version()).isEqualTo(2);
    assertThat(fixture.subscriptions.load(UserGroup.class, with).userGroup.groupId)
        .isEqualTo(7);
    assertThat(values(without))
        .isEqualToIgnoringWhitespace("{\"group_name\":\"without\",\"group_id\":99}");
    assertThat(fixture.store.history().versions(without, 9, 9).getFirst())
        .isEqualTo(new Version(2, null, "migration 1", NOW));
    assertThat(((UserGroup) fixture.store.history().at(without, 2)).userGroup.groupId)
        .isEqualTo(99);
    assertThat(((UserGroup) fixture.store.history().at(without, 1)).userGroup.groupId)
        .isNull();
    assertThat(changed(values -> values.set("UserGroupBlock", "group_id", Json.toTree(99), true)))
        .isZero();
  }

  @Test
  void aNewFieldComesBehindTheOthersAndASubscriptionGetsOneVersion() {
    UUID cabinet = fixture.created(Cabinet.class, "Cabinet", fresh -> {
      for (int i = 0; i < 5; i++) {
        fresh.main.folders.add(new FolderBlock());
      }
    });

    assertThat(
            changed(values -> values.set("Folder", "colour", Json.toTree("it's \"red\""), false)))
        .isEqualTo(1);

    assertThat(fixture.subscriptions.load(Cabinet.class, cabinet).version()).isEqualTo(2);
    assertThat(fixture.database.<String>with(
            handle -> handle.createQuery("""
                select distinct instance_values ->> 'colour'
                from ${schema}.subscription_instances
                """).mapTo(String.class).one()))
        .isEqualTo("it's \"red\"");
  }

  @Test
  void aRenamedFieldKeepsItsValueItsPlaceAndWhatItIsSearchedBy() {
    UUID group = fixture.group("ops", 7);
    UUID user = fixture.user("ann", group);

    assertThat(changed(values -> values.rename("UserBlock", "username", "login")))
        .isEqualTo(1);

    assertThat(values(user)).startsWith("{ \"login\" : \"ann\",");
    assertThat(fixture.database.<String>with(handle -> handle
            .createQuery("select field from ${schema}.searchable_values where value = 'ann'")
            .mapTo(String.class)
            .one()))
        .isEqualTo("login");
    assertThat(changed(values -> values.rename("UserBlock", "login", "username")))
        .isEqualTo(1);
    assertThat(fixture.subscriptions.load(User.class, user).user.username).isEqualTo("ann");
    assertThat(
            fixture.subscriptions.find(User.class).where("user.username", "ann").ids())
        .containsExactly(user);
    assertThat(((User) fixture.store.history().at(user, 3)).user.username).isEqualTo("ann");
    assertThat(((User) fixture.store.history().at(user, 1)).user.username).isEqualTo("ann");
  }

  @Test
  void whatIsRemovedStaysInTheHistory() {
    UUID group = fixture.group("ops", 7);

    assertThat(changed(values -> values.remove("UserGroupBlock", "group_id"))).isEqualTo(1);

    assertThat(values(group)).doesNotContain("group_id");
    assertThat(((UserGroup) fixture.store.history().at(group, 1)).userGroup.groupId)
        .isEqualTo(7);
    assertThat(((UserGroup) fixture.store.history().at(group, 2)).userGroup.groupId)
        .isNull();
  }

  @Test
  void whoeverHasLoadedItBeforeIsRefused() {
    UUID group = fixture.group("ops", 7);
    SaveUnit save = fixture.prepared(fixture.store, null, () -> {
      UserGroup loaded = fixture.subscriptions.load(UserGroup.class, group);
      loaded.userGroup.groupId = 8;
      return List.of(loaded);
    });

    changed(values -> values.set("UserGroupBlock", "group_id", Json.toTree(9), false));

    assertThatThrownBy(() -> fixture.commit(save))
        .isInstanceOf(SaveRefused.StaleSubscription.class);
  }
}
