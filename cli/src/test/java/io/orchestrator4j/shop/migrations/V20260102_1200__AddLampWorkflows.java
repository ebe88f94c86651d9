package io.orchestrator4j.shop.migrations;

import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.Follows;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewWorkflow;
import io.orchestrator4j.workflow.Target;
import java.util.List;

// tag::migration
@Follows("20260101_1200")
public final class V20260102_1200__AddLampWorkflows extends Migration {

  private static final List<NewWorkflow> WORKFLOWS = List.of(
      new NewWorkflow("create_lamp", Target.CREATE, "Create lamp", "Lamp"),
      new NewWorkflow("terminate_lamp", Target.TERMINATE, "Terminate lamp", "Lamp"));

  @Override
  public void upgrade(Catalogue catalogue) {
    WORKFLOWS.forEach(catalogue::createWorkflow);
  }

  @Override
  public void downgrade(Catalogue catalogue) {
    WORKFLOWS.forEach(workflow -> catalogue.deleteWorkflow(workflow.name()));
  }
}
// end::migration
