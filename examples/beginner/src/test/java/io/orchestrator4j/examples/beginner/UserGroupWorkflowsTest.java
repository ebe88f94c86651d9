package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.testing.FirstPage.product;
import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.testing.Fixtures;
import io.orchestrator4j.testing.OrchestratorTest;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an author tests workflows: in the application, on a database of its own. */
// tag::test
@OrchestratorTest
final class UserGroupWorkflowsTest {

  @Test
  void aNewGroupBecomesActive(WorkflowRunner workflows) {
    ProcessResult result =
        workflows.run("create_user_group", product("User Group"), Map.of("group_name", "ops"));

    assertThat(result).isCompleted().hasState("group_name", "ops");
    assertThat(result.subscription(UserGroup.class).userGroup.groupId).isNotNull();
  }
  // end::test

  private final WorkflowRunner workflows;
  private final Fixtures fixtures;
  private final DirectoryServer directory;

  UserGroupWorkflowsTest(WorkflowRunner workflows, Fixtures fixtures, DirectoryServer directory) {
    this.workflows = workflows;
    this.fixtures = fixtures;
    this.directory = directory;
  }

  @AfterEach
  void mend() {
    directory.setDown(false);
  }

  @Test
  void aGroupIsCreatedOnceTheDirectoryIsBack() {
    directory.setDown(true);
    ProcessResult failed =
        workflows.run("create_user_group", product("User Group"), Map.of("group_name", "research"));
    assertThat(failed)
        .hasFailedAt("Provision user group")
        .withMessageContaining("down for maintenance");
    assertThat(failed.subscription(UserGroup.class).status())
        .isEqualTo(SubscriptionLifecycle.PROVISIONING);

    directory.setDown(false);
    ProcessResult completed = workflows.retry(failed);

    assertThat(completed).isCompleted();
    assertThat(completed.subscription(UserGroup.class).status())
        .isEqualTo(SubscriptionLifecycle.ACTIVE);
  }

  // tag::form
  @Test
  void aGroupNeedsAName() {
    assertThat(workflows.runForm("create_user_group", product("User Group")))
        .hasTitle("User Group")
        .asks("customer_id", "group_name");
    assertThat(workflows.runForm(
            "create_user_group", product("User Group"), Map.of("group_name", " ")))
        .refuses("group_name", "must not be blank");
  }
  // end::form

  // tag::fixture
  @Test
  void aGroupIsRenamed() {
    UserGroup group = fixtures
        .subscription(UserGroup.class)
        .with(it -> it.userGroup.groupName = "dev")
        .with(it -> it.userGroup.groupId = directory.groups().create("dev", ""))
        .store();

    ProcessResult result = workflows.run(
        "modify_user_group", subscription(group), Map.of("group_name", "development"));

    assertThat(result).isCompleted();
    assertThat(result.subscription(UserGroup.class).description())
        .isEqualTo("User Group development");
  }
  // end::fixture

  // tag::test
}
// end::test
