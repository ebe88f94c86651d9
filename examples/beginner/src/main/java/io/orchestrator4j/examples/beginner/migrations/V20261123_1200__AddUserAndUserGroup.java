package io.orchestrator4j.examples.beginner.migrations;

import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewBlock;
import io.orchestrator4j.migration.NewBlocks;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.migration.NewProduct;

/** The products. */
public final class V20261123_1200__AddUserAndUserGroup extends Migration {

  @Override
  public void upgrade(Catalogue catalogue) {
    catalogue.createBlock(new NewBlock("UserGroupBlock", "UGB", "user group block")
        .with(new NewField("group_name", "String").requiredFrom("provisioning"))
        .with(new NewField("group_id", "Integer").requiredFrom("active")));
    catalogue.createBlock(new NewBlock("UserBlock", "UB", "user block")
        .with(new NewBlocks("group", "UserGroupBlock")
            .requiredFrom("provisioning")
            .shared())
        .with(new NewField("username", "String").requiredFrom("provisioning"))
        .with(new NewField("age", "Integer"))
        .with(new NewField("user_id", "Integer").requiredFrom("active")));
    catalogue.createProduct(
        new NewProduct("User Group", "UserGroup", "GROUP", "user group administration")
            .with(new NewBlocks("user_group", "UserGroupBlock")));
    catalogue.createProduct(
        new NewProduct("User internal", "User", "USER_INT", "user administration - internal")
            .fixed("affiliation", "internal")
            .with(new NewBlocks("user", "UserBlock")));
    catalogue.createProduct(
        new NewProduct("User external", "User", "USER_EXT", "user administration - external")
            .fixed("affiliation", "external")
            .with(new NewBlocks("user", "UserBlock")));
  }

  @Override
  public void downgrade(Catalogue catalogue) {
    catalogue.deleteProduct("User external");
    catalogue.deleteProduct("User internal");
    catalogue.deleteProduct("User Group");
    catalogue.deleteBlock("UserBlock");
    catalogue.deleteBlock("UserGroupBlock");
  }
}
