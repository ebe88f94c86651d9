package io.orchestrator4j.docs.network;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Unique;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A circuit between two ports. */
// tag::block
@ProductBlock(value = "CircuitBlock", tag = "CIRCUIT", description = "a circuit between two ports")
public class CircuitBlock extends ProductBlockModel {

  @Size(min = 2, max = 2)
  public List<EndpointBlock> endpoints;

  @NotNull(groups = Provisioning.class)
  public Integer bandwidth;

  @Unique(scope = Unique.Scope.CUSTOMER)
  public @Nullable String reference;

  @NotNull(groups = Active.class)
  public Integer circuitId;
}
// end::block
