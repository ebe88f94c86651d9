package io.orchestrator4j.docs.network;

import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.Computed;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Searchable;
import io.orchestrator4j.product.Unique;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A port of a switch, at which circuits end. */
// tag::block
@ProductBlock(value = "PortBlock", tag = "PORT", description = "a port of a switch")
public class PortBlock extends ProductBlockModel {

  @NotNull(groups = Provisioning.class)
  @Searchable
  @Unique
  public String portName;

  @NotNull
  public PortMode portMode = PortMode.TAGGED;

  public @Nullable String remark;

  @NotNull(groups = Active.class)
  public Integer inventoryId;

  @Computed(from = PROVISIONING)
  public int circuits() {
    return inUseBy(EndpointBlock.class).size();
  }
}
// end::block
