package io.orchestrator4j.remodelled.migrations;

import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewBlock;
import io.orchestrator4j.migration.NewBlocks;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.migration.NewProduct;

public final class V20260101_1200__AddLanterns extends Migration {

  @Override
  public void upgrade(Catalogue catalogue) {
    catalogue.createBlock(new NewBlock("LanternBlock", "LB", "a lantern")
        .with(new NewField("street", "String"))
        .with(new NewField("paint", "String")));
    catalogue.createProduct(new NewProduct("Lantern", "Lantern", "LAN", "A lantern")
        .with(new NewBlocks("lantern", "LanternBlock")));
  }

  @Override
  public void downgrade(Catalogue catalogue) {
    catalogue.deleteProduct("Lantern");
    catalogue.deleteBlock("LanternBlock");
  }
}
