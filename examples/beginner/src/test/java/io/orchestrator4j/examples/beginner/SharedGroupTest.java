package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.testing.FirstPage.product;
import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.testing.OrchestratorTest;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it means that a user's group belongs to another subscription. */
@OrchestratorTest
final class SharedGroupTest {

  private static final String RELATIONS_OUT_OF_SYNC = "some related subscriptions are not insync";

  private final WorkflowRunner workflows;
  private final Subscriptions subscriptions;
  private final DirectoryServer directory;

  SharedGroupTest(
      WorkflowRunner workflows, Subscriptions subscriptions, DirectoryServer directory) {
    this.workflows = workflows;
    this.subscriptions = subscriptions;
    this.directory = directory;
  }

  @AfterEach
  void mend() {
    directory.setDown(false);
  }

  @Test
  void aGroupThatIsInUseIsNotTerminated() {
    UserGroup group = group("in use");
    var _ = user("ann", group);

    assertThat(workflows.runForm("terminate_user_group", subscription(group)))
        .refuses("subscription_id", "it is used in other subscriptions");
  }

  @Test
  void aNewNameOfTheGroupIsSeenThroughItsUser() {
    UserGroup group = group("old name");
    User user = user("bob", group);

    var _ =
        workflows.run("modify_user_group", subscription(group), Map.of("group_name", "new name"));

    assertThat(loaded(user).user.group.groupName).isEqualTo("new name");
    assertThat(loaded(user).description()).isEqualTo("User bob from group old name (internal)");
  }

  @Test
  void aUserMovesToAnotherGroupAndLeavesTheFirstOneFree() {
    UserGroup first = group("first");
    UserGroup second = group("second");
    User user = user("cem", first);

    ProcessResult moved = workflows.run(
        "modify_user",
        subscription(user),
        Map.of("username", "cem", "user_group_ids", List.of(second.subscriptionId())));

    assertThat(moved).isCompleted();
    assertThat(subscriptions.inUseBy(loaded(first))).isEmpty();
    assertThat(subscriptions.inUseBy(loaded(second)))
        .extracting("subscriptionId")
        .containsExactly(user.subscriptionId());
    assertThat(workflows.run("terminate_user_group", subscription(first), Map.of()))
        .isCompleted();
  }

  @Test
  void aUserOutOfSyncKeepsItsGroupFromChanging() {
    UserGroup group = group("steady");
    User user = user("dot", group);
    directory.setDown(true);

    ProcessResult failed = workflows.run(
        "modify_user",
        subscription(user),
        Map.of("username", "dorothy", "user_group_ids", List.of(group.subscriptionId())));

    assertThat(failed).hasFailedAt("Modify user");
    assertThat(loaded(user).insync()).isFalse();
    assertThat(workflows.runForm("modify_user_group", subscription(group)))
        .refuses("subscription_id", RELATIONS_OUT_OF_SYNC);
  }

  @Test
  void aGroupOutOfSyncKeepsItsUsersFromChanging() {
    UserGroup group = group("wild");
    User user = user("eve", group);
    directory.setDown(true);

    ProcessResult failed =
        workflows.run("modify_user_group", subscription(group), Map.of("group_name", "tame"));

    assertThat(failed).hasFailedAt("Modify user group");
    assertThat(workflows.runForm("modify_user", subscription(user)))
        .refuses("subscription_id", RELATIONS_OUT_OF_SYNC);
    directory.setDown(false);
    assertThat(workflows.retry(failed)).isCompleted();
    assertThat(workflows.runForm("modify_user", subscription(user)))
        .asks("username", "age", "user_group_ids", "user_id");
  }

  private UserGroup group(String name) {
    ProcessResult result =
        workflows.run("create_user_group", product("User Group"), Map.of("group_name", name));
    assertThat(result).isCompleted();
    return result.subscription(UserGroup.class);
  }

  private User user(String name, UserGroup group) {
    ProcessResult result = workflows.run(
        "create_user",
        product("User internal"),
        Map.of("username", name, "user_group_ids", List.of(group.subscriptionId())));
    assertThat(result).isCompleted();
    return result.subscription(User.class);
  }

  private User loaded(User user) {
    return subscriptions.load(User.class, user.subscriptionId());
  }

  private UserGroup loaded(UserGroup group) {
    return subscriptions.load(UserGroup.class, group.subscriptionId());
  }
}
