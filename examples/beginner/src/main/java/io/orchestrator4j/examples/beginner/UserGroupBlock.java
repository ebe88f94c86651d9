package io.orchestrator4j.examples.beginner;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import jakarta.validation.constraints.NotNull;

/** A group of the directory. */
// tag::block
@ProductBlock(value = "UserGroupBlock", tag = "UGB", description = "user group block")
public class UserGroupBlock extends ProductBlockModel {

  @NotNull(groups = Provisioning.class)
  public String groupName;

  @NotNull(groups = Active.class)
  public Integer groupId;
}
// end::block
