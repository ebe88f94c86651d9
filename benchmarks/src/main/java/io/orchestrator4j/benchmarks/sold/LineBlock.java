package io.orchestrator4j.benchmarks.sold;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Searchable;
import io.orchestrator4j.product.Shared;

/** A line to a site that has a subscription of its own. */
@ProductBlock("Line")
public final class LineBlock extends ProductBlockModel {

  @Searchable
  public String lineName;

  public int vlan;

  @Shared
  public SiteBlock site;
}
