package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import jakarta.validation.constraints.NotNull;

@ProductBlock(value = "UserGroupBlock", tag = "UGB", description = "user group block")
class UserGroupBlock extends ProductBlockModel {

  @NotNull(groups = Provisioning.class)
  public String groupName;

  @NotNull(groups = Active.class)
  public Integer groupId;
}
