package io.orchestrator4j.shop.migrations;

import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewBlock;
import io.orchestrator4j.migration.NewBlocks;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.migration.NewProduct;

public final class V20260101_1200__AddLamps extends Migration {

  @Override
  public void upgrade(Catalogue catalogue) {
    catalogue.createBlock(
        new NewBlock("LampBlock", "LB", "").with(new NewField("street", "String")));
    catalogue.createProduct(new NewProduct("Street lamp", "Lamp", "LAMP", "A lamp")
        .fixed("watts", "60")
        .with(new NewBlocks("lamp", "LampBlock")));
  }

  @Override
  public void downgrade(Catalogue catalogue) {
    catalogue.deleteProduct("Street lamp");
    catalogue.deleteBlock("LampBlock");
  }
}
