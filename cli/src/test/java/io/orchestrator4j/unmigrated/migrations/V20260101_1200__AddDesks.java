package io.orchestrator4j.unmigrated.migrations;

import io.orchestrator4j.migration.Catalogue;
import io.orchestrator4j.migration.Migration;
import io.orchestrator4j.migration.NewBlock;
import io.orchestrator4j.migration.NewBlocks;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.migration.NewProduct;

public final class V20260101_1200__AddDesks extends Migration {

  @Override
  public void upgrade(Catalogue catalogue) {
    catalogue.createBlock(new NewBlock("DeskBlock", "DB", "").with(new NewField("room", "String")));
    catalogue.createProduct(
        new NewProduct("Desk", "Desk", "DESK", "A desk").with(new NewBlocks("desk", "DeskBlock")));
  }

  @Override
  public void downgrade(Catalogue catalogue) {
    catalogue.deleteProduct("Desk");
    catalogue.deleteBlock("DeskBlock");
  }
}
