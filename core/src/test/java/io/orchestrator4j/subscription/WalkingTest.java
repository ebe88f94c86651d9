package io.orchestrator4j.subscription;

import static io.orchestrator4j.subscription.TestingModels.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.subscription.SubscriptionRelations.BlockUse;
import io.orchestrator4j.subscription.TestingModels.Cabinet;
import io.orchestrator4j.subscription.TestingModels.FolderBlock;
import io.orchestrator4j.subscription.TestingModels.NoteBlock;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserBlock;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import io.orchestrator4j.subscription.TestingModels.UserGroupBlock;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a block one gets to its subscription, to what uses it, and to what it uses. */
final class WalkingTest {

  private static SubscriptionFixture fixture;
  private static UUID group;
  private static UUID ann;
  private static UUID bob;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
    group = fixture.group("walkers", 1);
    ann = fixture.user("ann", group);
    bob = fixture.user("bob", group);
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  @Test
  void theRelationsOfAWholeTreeAreReadOnce() {
    var _ = fixture.source.executed();

    User user = fixture.subscriptions.load(User.class, ann);
    assertThat(user.user.owner()).isSameAs(user);
    assertThat(fixture.source.executed())
        .as("own blocks know their subscription")
        .hasSize(1);

    assertThat(user.user.group.owner()).isInstanceOf(UserGroup.class);
    assertThat(user.user.group.inUseBy(UserBlock.class))
        .extracting(each -> each.username)
        .containsExactly("ann", "bob");
    assertThat(user.user.group.inUseBy(UserBlock.class).getFirst()).isSameAs(user.user);
    assertThat(user.user.inUseBy(UserBlock.class)).isEmpty();
    assertThat(user.user.group.members()).isEqualTo("ann, bob");
    assertThat(((UserGroup) user.user.group.owner()).userGroup).isSameAs(user.user.group);
    assertThat(fixture.source.executed()).as("one for all of it").hasSize(1);
    assertThat(user.user.dependsOn(UserGroupBlock.class)).containsExactly(user.user.group);
    assertThat(fixture.source.executed()).isEmpty();
  }

  @Test
  void theRelationsOfAListOfTreesAreReadOnce() {
    var _ = fixture.source.executed();

    List<User> users = fixture.subscriptions.load(User.class, List.of(ann, bob));
    users.forEach(SubscriptionModel::toMap);
    users.forEach(user -> assertThat(user.user.group.members()).isEqualTo("ann, bob"));

    assertThat(fixture.source.executed()).as("trees, relations").hasSize(2);
    assertThat(users.get(0).user.group).isSameAs(users.get(1).user.group);
  }

  @Test
  void whatUsesABlockInItsOwnSubscriptionIsFoundToo() {
    UUID id = fixture.created(Cabinet.class, "Cabinet", cabinet -> {
      cabinet.main.inner = new FolderBlock();
      cabinet.main.inner.notes.add(note("inside"));
    });
    UUID user = fixture.created(
        Cabinet.class,
        "Cabinet",
        cabinet -> cabinet.main.links.add(
            fixture.subscriptions.load(Cabinet.class, id).main.inner.notes.getFirst()));

    Cabinet cabinet = fixture.subscriptions.load(Cabinet.class, id);
    NoteBlock note = cabinet.main.inner.notes.getFirst();

    List<FolderBlock> users = note.inUseBy(FolderBlock.class);
    assertThat(users).hasSize(2).contains(cabinet.main.inner);
    FolderBlock foreign =
        users.stream().filter(each -> !cabinet.owns(each)).findFirst().orElseThrow();
    assertThat(foreign.ownerSubscriptionId()).isEqualTo(user);
    assertThat(foreign.links).containsExactly(note);
    assertThat(foreign.owner().subscriptionId()).as("a step further").isEqualTo(user);
  }

  @Test
  void newBlocksSayWhyTheyKnowNothing() {
    NoteBlock fresh = note("fresh");

    assertThatThrownBy(fresh::owner).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(fresh::ownerSubscriptionId)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is new and belongs to no subscription yet");
  }

  @Test
  void aNewSubscriptionsBlocksKnowIt() {
    fixture.step(() -> {
      UserGroup fresh =
          fixture.subscriptions.create(UserGroup.class, fixture.product("User Group"), "customer");
      assertThat(fresh.userGroup.owner()).isSameAs(fresh);
      assertThat(fresh.userGroup.members()).isEmpty();
      return List.of(fresh);
    });
  }

  @Test
  void inAStepThereIsOneObjectForEachBlock() {
    fixture.step(() -> {
      User user = fixture.subscriptions.load(User.class, ann);
      UserGroup owner = fixture.subscriptions.load(UserGroup.class, group);
      assertThat(user.user.group).isSameAs(owner.userGroup);
      assertThat(fixture.subscriptions.load(User.class, ann)).isSameAs(user);
      assertThat(fixture.subscriptions.find(User.class).list()).contains(user);
      owner.userGroup.groupName = "renamed through its owner";
      assertThat(user.user.group.groupName).isEqualTo("renamed through its owner");
      return List.of(owner);
    });

    assertThat(fixture.subscriptions.load(User.class, ann).user.group.groupName)
        .isEqualTo("renamed through its owner");
  }

  @Test
  void whatMovedOnSinceItWasSeenIsSeenAnew() {
    UUID owner = fixture.group("moved on", 1);
    UUID user = fixture.user("witness", owner);

    fixture.step(() -> {
      User seen = fixture.subscriptions.load(User.class, user);
      change(owner, "moved on again");
      UserGroup loaded = fixture.subscriptions.load(UserGroup.class, owner);
      assertThat(seen.user.group.groupName).isEqualTo("moved on again");
      loaded.userGroup.groupId = 2;
      return List.of(loaded);
    });

    UserGroupBlock block = fixture.groupBlock(owner);
    assertThat(block.groupName).as("the other change is not lost").isEqualTo("moved on again");
    assertThat(block.groupId).isEqualTo(2);
  }

  // in a step of its own, as another process would
  private static void change(UUID owner, String name) {
    Thread other = Thread.ofVirtual()
        .start(
            () -> fixture.changed(UserGroup.class, owner, each -> each.userGroup.groupName = name));
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aChangedSharedBlockThatMovedOnIsStale() {
    UUID owner = fixture.group("contested", 1);
    UUID user = fixture.user("contester", owner);

    assertThatThrownBy(() -> fixture.step(() -> {
          User seen = fixture.subscriptions.load(User.class, user);
          seen.user.group.groupName = "mine";
          change(owner, "theirs");
          return List.of(fixture.subscriptions.load(UserGroup.class, owner));
        }))
        .isInstanceOf(SaveRefused.StaleSubscription.class);
  }

  @Test
  void neighboursAreListedInOneQuery() {
    User user = fixture.subscriptions.load(User.class, ann);
    var _ = fixture.source.executed();

    assertThat(fixture.subscriptions.dependsOn(user))
        .extracting(SubscriptionHeader::subscriptionId)
        .containsExactly(group);
    assertThat(fixture.source.executed()).hasSize(1);
    UserGroup owner = fixture.subscriptions.load(UserGroup.class, group);
    var _ = fixture.source.executed();
    assertThat(fixture.subscriptions.inUseBy(owner))
        .extracting(SubscriptionHeader::subscriptionId)
        .containsExactly(ann, bob);
    assertThat(fixture.source.executed()).hasSize(1);
    assertThat(fixture.subscriptions.inUseBy(user)).isEmpty();
  }

  @Test
  void usesOfManyBlocksAreListedInOneQuery() {
    UUID id = fixture.created(
        Cabinet.class, "Cabinet", cabinet -> cabinet.main.inner = new FolderBlock());
    Cabinet cabinet = fixture.subscriptions.load(Cabinet.class, id);
    UUID groupBlock = fixture.groupBlock(group).subscriptionInstanceId();
    UUID annBlock = fixture.subscriptions.load(User.class, ann).user.subscriptionInstanceId();
    UUID bobBlock = fixture.subscriptions.load(User.class, bob).user.subscriptionInstanceId();
    UUID main = cabinet.main.subscriptionInstanceId();
    UUID inner = cabinet.main.inner.subscriptionInstanceId();
    var _ = fixture.source.executed();

    var uses = fixture.store.relations().usesOf(List.of(groupBlock, inner, main));

    assertThat(fixture.source.executed()).hasSize(1);
    assertThat(uses)
        .containsOnlyKeys(groupBlock, inner)
        .containsEntry(inner, List.of(new BlockUse(main, id)))
        .containsEntry(
            groupBlock, List.of(new BlockUse(annBlock, ann), new BlockUse(bobBlock, bob)));
  }
}
