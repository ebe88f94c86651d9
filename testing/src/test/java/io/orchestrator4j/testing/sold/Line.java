package io.orchestrator4j.testing.sold;

import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A line, as it is sold. */
@ProductType("Line")
@Product(name = "Slow line", tag = "SLOW", description = "a slow line", fixed = "speed=1")
@Product(name = "Fast line", tag = "FAST", description = "a fast line", fixed = "speed=100")
public class Line extends SubscriptionModel {

  @FixedInput
  public int speed;

  public LineBlock line;
}
