package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A line, as it is sold: by three products, of which most take the first and few the last. */
@ProductType("Line")
@Product(name = Line.USUAL, tag = "LINE1", description = "A slow line", fixed = "speed=1")
@Product(name = Line.LESS, tag = "LINE10", description = "A fast line", fixed = "speed=10")
@Product(name = Line.RARE, tag = "LINE100", description = "The fastest line", fixed = "speed=100")
public final class Line extends SubscriptionModel {

  /** What nine of ten take. */
  public static final String USUAL = "Line of 1 Gbit/s";

  /** What nearly one of ten takes. */
  public static final String LESS = "Line of 10 Gbit/s";

  /** What one of a hundred takes. */
  public static final String RARE = "Line of 100 Gbit/s";

  @FixedInput
  public int speed;

  public LineBlock line;
}
