package io.orchestrator4j.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.product.InvalidSubscription;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked example of the beginner's products: users who share the blocks of groups. */
final class UsersAndGroupsTest {

  private static SubscriptionFixture fixture;

  @BeforeAll
  static void prepare() {
    fixture = new SubscriptionFixture();
  }

  @AfterAll
  static void close() throws SQLException {
    fixture.close();
  }

  private static User user(UUID id) {
    return fixture.subscriptions.load(User.class, id);
  }

  @Test
  void aGroupInUseByAnActiveUserCannotBeTerminated() {
    UUID group = active(fixture.group("one", 1));
    UUID user = activeUser("case 1", group);

    assertThatThrownBy(
            () -> fixture.changed(UserGroup.class, group, each -> each.transitionTo(TERMINATED)))
        .isInstanceOfSatisfying(
            SaveRefused.InUse.class, refused -> assertThat(refused.users()).containsExactly(user))
        .hasMessageContaining("UserGroupBlock")
        .hasMessageContaining("'User case 1' (User internal, active)");

    assertThat(fixture.subscriptions.load(UserGroup.class, group).status()).isEqualTo(ACTIVE);
  }

  @Test
  void aRenamedGroupShowsItsNewNameThroughItsUser() {
    UUID group = fixture.group("before", 1);
    UUID user = fixture.user("case 2", group);

    fixture.changed(UserGroup.class, group, each -> each.userGroup.groupName = "after");

    assertThat(user(user).user.group.groupName).isEqualTo("after");
    assertThat(user(user).version()).isEqualTo(1);
  }

  @Test
  void aGroupCannotBeRenamedThroughItsUser() {
    UUID group = fixture.group("kept", 1);
    UUID user = fixture.user("case 3", group);

    assertThatThrownBy(
            () -> fixture.changed(User.class, user, each -> each.user.group.groupName = "changed"))
        .isInstanceOf(SaveRefused.SharedBlockChanged.class)
        .hasMessageContaining("group_name");

    assertThat(user(user).user.group.groupName).isEqualTo("kept");
  }

  @Test
  void aUserWhoChangesGroupsFreesTheOldOne() {
    UUID old = active(fixture.group("old", 1));
    UUID other = active(fixture.group("other", 2));
    UUID user = activeUser("case 4", old);
    int blocks = TestingDatabase.count(fixture.schema, "subscription_instances");

    fixture.changed(User.class, user, each -> each.user.group = fixture.groupBlock(other));

    assertThat(user(user).user.group.groupName).isEqualTo("other");
    assertThat(fixture.groupBlock(old).inUseBy(TestingModels.UserBlock.class)).isEmpty();
    assertThat(fixture.groupBlock(other).inUseBy(TestingModels.UserBlock.class)).hasSize(1);
    assertThat(TestingDatabase.count(fixture.schema, "subscription_instances")).isEqualTo(blocks);
    fixture.changed(UserGroup.class, old, each -> each.transitionTo(TERMINATED));
  }

  @Test
  void aUserIsNotActiveBeforeTheGroupHasWhatThatDemands() {
    UUID group = fixture.group("without id", null);
    UUID user = fixture.user("case 5", group);

    assertThatThrownBy(() -> fixture.changed(User.class, user, each -> each.transitionTo(ACTIVE)))
        .isInstanceOfSatisfying(
            InvalidSubscription.class,
            invalid -> assertThat(invalid.violations())
                .containsExactly(
                    new InvalidSubscription.Violation("user.group.group_id", "must not be null")));
  }

  @Test
  void aUserIsNotActiveBeforeTheGroupIs() {
    UUID group = fixture.group("initial", 5);
    UUID user = fixture.user("too early", group);

    assertThatThrownBy(() -> fixture.changed(User.class, user, each -> each.transitionTo(ACTIVE)))
        .isInstanceOf(SaveRefused.SharedBlockNotReady.class)
        .hasMessageContaining(
            "cannot be active while user.group is a block of the subscription " + group)
        .hasMessageContaining("which is initial; those that use it can be initial");
  }

  private static UUID active(UUID group) {
    fixture.changed(UserGroup.class, group, each -> each.transitionTo(ACTIVE));
    return group;
  }

  private static UUID activeUser(String name, UUID group) {
    UUID user = fixture.user(name, group);
    fixture.changed(User.class, user, each -> each.transitionTo(ACTIVE));
    return user;
  }
}
