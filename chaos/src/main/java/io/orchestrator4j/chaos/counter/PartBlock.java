package io.orchestrator4j.chaos.counter;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;

/** A part of a counter. */
@ProductBlock(value = "PartBlock", tag = "PB", description = "A part of a counter")
public class PartBlock extends ProductBlockModel {

  /** The number of the process that added it. */
  public int addedBy;
}
