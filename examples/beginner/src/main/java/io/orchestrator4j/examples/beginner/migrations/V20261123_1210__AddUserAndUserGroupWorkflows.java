package io.orchestrator4j.examples.beginner.migrations;

import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.Follows;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewWorkflow;
import io.orchestrator4j.workflow.Target;
import java.util.List;

/** The workflows. */
@Follows("20261123_1200")
public final class V20261123_1210__AddUserAndUserGroupWorkflows extends Migration {

  private static final List<NewWorkflow> WORKFLOWS = List.of(
      new NewWorkflow("create_user_group", Target.CREATE, "Create user group", "UserGroup"),
      new NewWorkflow("modify_user_group", Target.MODIFY, "Modify user group", "UserGroup"),
      new NewWorkflow(
          "terminate_user_group", Target.TERMINATE, "Terminate user group", "UserGroup"),
      new NewWorkflow("create_user", Target.CREATE, "Create user", "User"),
      new NewWorkflow("modify_user", Target.MODIFY, "Modify user", "User"),
      new NewWorkflow("terminate_user", Target.TERMINATE, "Terminate user", "User"));

  @Override
  public void upgrade(Catalogue catalogue) {
    WORKFLOWS.forEach(catalogue::createWorkflow);
  }

  @Override
  public void downgrade(Catalogue catalogue) {
    WORKFLOWS.forEach(workflow -> catalogue.deleteWorkflow(workflow.name()));
  }
}
