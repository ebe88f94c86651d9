package io.orchestrator4j.docs.network;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import jakarta.validation.constraints.NotNull;

/** An end of a circuit, at a port that has a subscription of its own. */
// tag::block
@ProductBlock(value = "EndpointBlock", tag = "END", description = "an end of a circuit")
public class EndpointBlock extends ProductBlockModel {

  @Shared
  @NotNull(groups = Provisioning.class)
  public PortBlock port;

  @NotNull(groups = Provisioning.class)
  public Encapsulation encapsulation;
}
// end::block
