package io.orchestrator4j.shop;

import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

@ProductType("Lamp")
@Product(name = "Street lamp", tag = "LAMP", description = "A lamp", fixed = "watts=60")
public class Lamp extends SubscriptionModel {

  @FixedInput
  public int watts;

  public LampBlock lamp;

  @ProductBlock(value = "LampBlock", tag = "LB")
  public static class LampBlock extends ProductBlockModel {
    public String street;
  }
}
