package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Searchable;

/** Where lines end. */
@ProductBlock("Site")
public final class SiteBlock extends ProductBlockModel {

  @Searchable
  public String siteName;

  public int floor;
}
