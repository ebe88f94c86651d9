package io.orchestrator4j.scanned.application;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A product type whose block an application has, and another one a plug-in. */
@ProductType("Line")
public class Line extends SubscriptionModel {

  public MediumBlock medium;

  /** What a line consists of. */
  public abstract static class MediumBlock extends ProductBlockModel {}

  @ProductBlock("Cable")
  static class CableBlock extends MediumBlock {}
}
