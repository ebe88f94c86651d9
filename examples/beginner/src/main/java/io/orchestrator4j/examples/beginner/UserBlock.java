package io.orchestrator4j.examples.beginner;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A user of the directory, in a group that has a subscription of its own. */
@ProductBlock(value = "UserBlock", tag = "UB", description = "user block")
public class UserBlock extends ProductBlockModel {

  @Shared
  @NotNull(groups = Provisioning.class)
  public UserGroupBlock group;

  @NotNull(groups = Provisioning.class)
  public String username;

  public @Nullable Integer age;

  @NotNull(groups = Active.class)
  public Integer userId;
}
