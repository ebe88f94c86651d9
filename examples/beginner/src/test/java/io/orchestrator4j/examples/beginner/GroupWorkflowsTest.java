package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import io.orchestrator4j.workflow.ApiUnavailable;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an author tests workflows: a step as the method that it is, a whole process with a runner. */
final class GroupWorkflowsTest {

  private final DirectoryServer server = DirectoryServer.start();
  private final GroupDirectory directory = new GroupDirectory(server.url());
  private final GroupWorkflows groups = new GroupWorkflows(directory);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aStepIsAPlainMethod() {
    assertThat(groups.createInDirectory("ops", null).get("group_id", Integer.class))
        .isEqualTo(1);
    assertThat(directory.knows("ops")).isTrue();
  }

  @Test
  void creatingAGroupTwiceCreatesItOnce() {
    groups.createInDirectory("ops", null);
    groups.createInDirectory("ops", "again");

    assertThat(server.size()).isEqualTo(1);
  }

  @Test
  void aDirectoryThatIsDownIsToldApart() {
    server.setDown(true);

    assertThatThrownBy(() -> groups.createInDirectory("ops", null))
        .isInstanceOf(ApiUnavailable.class);
  }

  @Test
  void aGroupIsCreatedOnceTheDirectoryIsBack() {
    try (WorkflowRunner workflows = WorkflowRunner.of(groups, new DirectoryTasks(directory))) {
      server.setDown(true);
      ProcessResult failed = workflows.run("create_group", Map.of("group_name", "ops"));
      assertThat(failed.status()).isEqualTo(ProcessStatus.FAILED);

      server.setDown(false);
      ProcessResult done = workflows.retry(failed);
      assertThat(done.status()).isEqualTo(ProcessStatus.COMPLETED);
      assertThat(done.state().get("greeting", String.class))
          .isEqualTo("Welcome, ops! You are number 1.");

      ProcessResult checked = workflows.run("task_check_directory", Map.of("group_name", "dev"));
      assertThat(checked.status()).isEqualTo(ProcessStatus.INCONSISTENT_DATA);
    }
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    directory.create("ops", null);

    assertThatThrownBy(() -> groups.checkName("ops")).hasMessageContaining("ops");
  }
}
