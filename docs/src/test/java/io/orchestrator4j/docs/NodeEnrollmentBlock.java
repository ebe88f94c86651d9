package io.orchestrator4j.docs;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import jakarta.validation.constraints.NotNull;

/** A node of the network that is taken into service. */
@ProductBlock(value = "NodeEnrollment", tag = "NE", description = "node enrollment block")
public class NodeEnrollmentBlock extends ProductBlockModel {

  @NotNull(groups = Provisioning.class)
  public Integer esdbNodeId;
}
