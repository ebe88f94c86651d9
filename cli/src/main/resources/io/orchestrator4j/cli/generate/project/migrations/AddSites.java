package @package@.migrations;

import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewBlock;
import io.orchestrator4j.migration.NewBlocks;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.migration.NewProduct;
import io.orchestrator4j.migration.NewWorkflow;
import io.orchestrator4j.workflow.Target;
import java.util.List;

/** Sites, and their workflows. */
public final class V@time@__AddSites extends Migration {

  private static final List<NewWorkflow> WORKFLOWS = List.of(
      new NewWorkflow("create_site", Target.CREATE, "Create site", "Site"),
      new NewWorkflow("modify_site", Target.MODIFY, "Modify site", "Site"),
      new NewWorkflow("validate_site", Target.VALIDATE, "Validate site", "Site").asTask(),
      new NewWorkflow("terminate_site", Target.TERMINATE, "Terminate site", "Site"));

  @Override
  public void upgrade(Catalogue catalogue) {
    catalogue.createBlock(new NewBlock("SiteBlock", "SITE", "a place where equipment stands")
        .with(new NewField("site_name", "String").requiredFrom("provisioning"))
        .with(new NewField("address", "String").requiredFrom("active"))
        .with(new NewField("contact", "String")));
    catalogue.createProduct(
        new NewProduct("Site", "Site", "SITE", "a site that the customer looks after")
            .fixed("managed", "false")
            .with(new NewBlocks("site", "SiteBlock")));
    catalogue.createProduct(
        new NewProduct("Managed site", "Site", "SITE_MANAGED", "a site that we look after")
            .fixed("managed", "true")
            .with(new NewBlocks("site", "SiteBlock")));
    WORKFLOWS.forEach(catalogue::createWorkflow);
  }

  @Override
  public void downgrade(Catalogue catalogue) {
    WORKFLOWS.forEach(workflow -> catalogue.deleteWorkflow(workflow.name()));
    catalogue.deleteProduct("Managed site");
    catalogue.deleteProduct("Site");
    catalogue.deleteBlock("SiteBlock");
  }
}
