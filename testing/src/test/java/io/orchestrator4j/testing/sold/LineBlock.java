package io.orchestrator4j.testing.sold;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import jakarta.validation.constraints.NotNull;

/** A line. */
@ProductBlock(value = "LineBlock", tag = "LB", description = "a line")
public class LineBlock extends ProductBlockModel {

  @NotNull(groups = Provisioning.class)
  public String place;

  @NotNull(groups = Active.class)
  public Integer number;
}
