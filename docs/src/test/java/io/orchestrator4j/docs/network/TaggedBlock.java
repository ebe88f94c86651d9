package io.orchestrator4j.docs.network;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Frames that are known by their VLAN. */
// tag::union
@ProductBlock("TaggedBlock")
public final class TaggedBlock extends ProductBlockModel implements Encapsulation {

  @NotNull(groups = Provisioning.class)
  @Min(2)
  @Max(4094)
  public Integer vlan;
}
// end::union
