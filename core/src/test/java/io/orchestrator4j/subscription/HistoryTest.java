package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.subscription.SubscriptionFixture.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.ModelTree;
import io.orchestrator4j.subscription.SubscriptionHistory.Version;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Every version of a subscription can be shown again, with what it used as that was seen then. */
final class HistoryTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  private static SubscriptionHistory history() {
    return fixture.store.history();
  }

  @Test
  void eachVersionSaysWhoMadeItAndWhen() {
    UUID process = UUID.randomUUID();
    UUID id = fixture.group("versions", 1);
    fixture.clock.set("2026-05-01T00:00:00Z");
    fixture.step(fixture.store, process, () -> {
      UserGroup group = fixture.subscriptions.load(UserGroup.class, id);
      group.userGroup.groupId = 2;
      return List.of(group);
    });

    assertThat(history().versions(id, Integer.MAX_VALUE, 10))
        .first()
        .isEqualTo(new Version(2, process, "ann", Instant.parse("2026-05-01T00:00:00Z")));
    assertThat(history().versions(id, 2, 10)).extracting(Version::version).containsExactly(1);
    assertThat(history().versions(id, Integer.MAX_VALUE, 1)).hasSize(1);
    assertThat(history().versions(UUID.randomUUID(), Integer.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void aVersionIsAWholeTree() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.title = "one";
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.title = "goes";
    });
    Map<String, Object> first = fixture.subscriptions.load(Cabinet.class, id).toMap();
    fixture.changed(Cabinet.class, id, cabinet -> {
      cabinet.main.title = "two";
      cabinet.main.inner = null;
      cabinet.description("changed");
    });

    Cabinet past = (Cabinet) history().at(id, 1);

    assertThat(past.toMap()).isEqualTo(first);
    assertThat(past.main.inner.title).isEqualTo("goes");
    assertThat(past.main.inner.owner()).isSameAs(past);
    assertThat(past.main.inner.inUseBy(FolderBlock.class)).containsExactly(past.main);
    assertThat(((Cabinet) history().at(id, 2)).main.inner).isNull();
    assertThatThrownBy(() -> history().at(id, 3))
        .isInstanceOf(NotUsable.SubscriptionNotFound.class)
        .hasMessageContaining("has no version 3");
  }

  @Test
  void sharedBlocksAreShownAsTheyWereSeen() {
    UUID group = fixture.group("then", 1);
    UUID user = fixture.user("historian", group);
    fixture.changed(UserGroup.class, group, each -> each.userGroup.groupName = "in between");
    fixture.changed(User.class, user, each -> each.user.age = 50);
    fixture.changed(UserGroup.class, group, each -> each.userGroup.groupName = "now");

    User first = (User) history().at(user, 1);
    User second = (User) history().at(user, 2);

    assertThat(first.user.group.groupName).isEqualTo("then");
    assertThat(second.user.group.groupName).isEqualTo("in between");
    assertThat(first.user.group.owner().description()).isEqualTo("User Group then");
    assertThat(((UserGroup) second.user.group.owner()).userGroup).isSameAs(second.user.group);
    assertThat(second.user.group.inUseBy(TestingModels.UserBlock.class))
        .as("what is known of that moment")
        .containsExactly(second.user);
  }

  @Test
  void whatIsChangedInTheSameStepIsSeenAsItBecomes() {
    UUID group = fixture.group("old name", 1);
    UUID user = fixture.user("same step", group);

    fixture.step(() -> {
      User loaded = fixture.subscriptions.load(User.class, user);
      UserGroup owner = fixture.subscriptions.load(UserGroup.class, group);
      owner.userGroup.groupName = "new name";
      loaded.user.age = 1;
      return List.of(loaded, owner);
    });

    assertThat(((User) history().at(user, 2)).user.group.groupName).isEqualTo("new name");
  }

  @Test
  void manyVersionsAreShownInAFewStatements() {
    UUID group = fixture.group("expanded", 1);
    List<SubscriptionVersion> versions = new ArrayList<>();
    List<ObjectNode> expected = new ArrayList<>();
    UUID id = fixture.user("expanded", group);
    for (int i = 1; i <= 25; i++) {
      int age = i;
      fixture.changed(User.class, id, user -> user.user.age = age);
      versions.add(new SubscriptionVersion(id, i + 1));
      expected.add(ModelTree.show(history().at(id, i + 1)));
    }
    var _ = fixture.source.executed();

    Map<SubscriptionVersion, ObjectNode> shown = history().expand(versions);

    assertThat(fixture.source.executed()).hasSizeLessThanOrEqualTo(3);
    assertThat(shown.values()).containsExactlyElementsOf(expected);
    assertThat(history().expand(List.of(new SubscriptionVersion(id, 99)))).isEmpty();
    assertThat(history().expand(List.of())).isEmpty();
  }

  @Test
  void wholeTreesAreKeptOnlyNowAndThen() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      for (int i = 0; i < 40; i++) {
        cabinet.folders.add(new FolderBlock());
      }
    });
    for (int i = 0; i < 60; i++) {
      String title = "title " + i;
      fixture.changed(Cabinet.class, id, cabinet -> cabinet.folders.get(7).title = title);
    }

    long snapshots = fixture.database.with(handle -> handle
        .createQuery(
            "select count(snapshot) from ${schema}.subscription_versions where subscription_id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .one());

    assertThat(snapshots).isBetween(1L, 3L);
    assertThat(((Cabinet) history().at(id, 31)).folders.get(7).title).isEqualTo("title 29");
    assertThat(((Cabinet) history().at(id, 61)).folders.get(7).title).isEqualTo("title 59");
  }

  @Test
  void aClassThatIsGoneLeavesWhatWasStored() {
    UUID group = fixture.group("gone", 3);
    UUID id = fixture.user("gone", group);
    fixture.changed(UserGroup.class, group, each -> each.transitionTo(ACTIVE));
    fixture.changed(User.class, id, user -> {
      user.transitionTo(ACTIVE);
      user.user.label("a label");
    });
    SubscriptionStore without = fixture.storeOf(List.of(Cabinet.class), List.of());
    SubscriptionVersion version = new SubscriptionVersion(id, 2);

    ObjectNode shown = without.history().expand(List.of(version)).get(version);

    assertThat(shown.path("status").asString()).isEqualTo("active");
    assertThat(shown.path("customer_id").asString()).isEqualTo(CUSTOMER);
    assertThat(shown.path("affiliation").asString()).isEqualTo("internal");
    assertThat(shown.path("user").path("username").asString()).isEqualTo("gone");
    assertThat(shown.path("user").path("label").asString()).isEqualTo("a label");
    assertThat(shown.path("user").path("group").path("group_id").asInt()).isEqualTo(3);
    assertThat(shown.path("user").path("group").path("owner_subscription_id").asString())
        .isEqualTo(group.toString());
    assertThatThrownBy(() -> without.history().at(id, 2))
        .isInstanceOf(NotUsable.NotDefined.class)
        .hasMessageContaining("no class for the product type 'User'");
  }

  @Test
  void aBlockThatIsGoneIsShownWithoutItsClass() {
    UUID first = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.title = "plain";
      cabinet.folders.add(new FolderBlock());
      cabinet.folders.add(new FolderBlock());
      cabinet.main.linked = null;
    });
    UUID second = fixture.created(
        Cabinet.class,
        "Cabinet",
        cabinet -> cabinet.main.linked = fixture.subscriptions.load(Cabinet.class, first).main);
    fixture.step(() -> {
      Cabinet cabinet = fixture.subscriptions.load(Cabinet.class, first);
      cabinet.main.linked = fixture.subscriptions.load(Cabinet.class, second).main;
      return List.of(cabinet);
    });
    SubscriptionStore without = fixture.storeOf(List.of(UserGroup.class), List.of());
    SubscriptionVersion version = new SubscriptionVersion(first, 2);

    ObjectNode shown = without.history().expand(List.of(version)).get(version);

    assertThat(shown.path("folders").size()).isEqualTo(2);
    assertThat(shown.path("main").path("linked").path("linked").path("title").isMissingNode())
        .as("a block that leads back to itself ends there")
        .isTrue();
    assertThat(shown.path("main").path("linked").path("linked").path("name").asString())
        .isEqualTo("Folder");
  }
}
