package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import jakarta.validation.constraints.NotNull;

@ProductBlock(value = "UserBlock", tag = "UB", description = "user block")
class UserBlock extends ProductBlockModel {

  @Shared
  @NotNull(groups = Provisioning.class)
  public UserGroupBlock group;

  @NotNull(groups = Provisioning.class)
  public String username;
}
