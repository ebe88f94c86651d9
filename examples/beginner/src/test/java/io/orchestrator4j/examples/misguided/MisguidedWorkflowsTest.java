package io.orchestrator4j.examples.misguided;

import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.examples.beginner.User;
import io.orchestrator4j.examples.beginner.UserGroup;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.testing.Fixtures;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group that is shared is only changed by workflows of its own. */
final class MisguidedWorkflowsTest {

  private final WorkflowRunner workflows = WorkflowRunner.configured(
      it -> it.productTypes(UserGroup.class).workflows(new MisguidedWorkflows()));
  private final Fixtures fixtures = Fixtures.of(workflows.orchestrator());
  private final Subscriptions subscriptions = workflows.orchestrator().subscriptions();

  @AfterEach
  void close() {
    workflows.close();
  }

  @Test
  void aGroupThatIsChangedThroughItsUserFailsTheStepAndIsNotSaved() {
    UserGroup group = fixtures
        .subscription(UserGroup.class)
        .with(it -> it.userGroup.groupName = "ops")
        .with(it -> it.userGroup.groupId = 1)
        .store();
    User user = user(group, SubscriptionLifecycle.ACTIVE);

    ProcessResult result = workflows.run("rename_through_user", subscription(user));

    assertThat(result)
        .hasFailedAt("Rename")
        .withMessageContaining("UserGroupBlock")
        .withMessageContaining("group_name");
    assertThat(loaded(group).userGroup.groupName).isEqualTo("ops");
  }

  @Test
  void aUserIsNotActiveWhileItsGroupLacksWhatActiveGroupsHave() {
    UserGroup group = fixtures
        .subscription(UserGroup.class)
        .at(PROVISIONING)
        .with(it -> it.userGroup.groupName = "ops")
        .store();
    User user = user(group, PROVISIONING);

    ProcessResult result = workflows.run("activate_user", subscription(user));

    assertThat(result).hasFailedAt("Activate").withMessageContaining("user.group.group_id");
    assertThat(result.subscription(User.class).status()).isEqualTo(PROVISIONING);
  }

  private User user(UserGroup group, SubscriptionLifecycle status) {
    return fixtures
        .subscription(User.class)
        .of("User internal")
        .at(status)
        .with(it -> it.user.username = "ann")
        .with(it -> it.user.userId = 1)
        .with(it -> it.user.group = loaded(group).userGroup)
        .store();
  }

  private UserGroup loaded(UserGroup group) {
    return subscriptions.load(UserGroup.class, group.subscriptionId());
  }
}
