package io.orchestrator4j.server.recording;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import io.orchestrator4j.product.SubscriptionModel;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The products that the recorded conversations are about. */
final class RecordedProducts {

  private RecordedProducts() {}

  enum Affiliation {
    INTERNAL,
    EXTERNAL
  }

  @ProductBlock(value = "UserGroupBlock", tag = "UGB", description = "user group block")
  static class UserGroupBlock extends ProductBlockModel {
    @NotNull(groups = Provisioning.class)
    public String groupName;

    @NotNull(groups = Active.class)
    public Integer groupId;
  }

  @ProductType("UserGroup")
  @Product(name = "User Group", tag = "GROUP", description = "user group administration")
  static class UserGroup extends SubscriptionModel {
    public UserGroupBlock userGroup;
  }

  @ProductBlock(value = "UserBlock", tag = "UB", description = "user block")
  static class UserBlock extends ProductBlockModel {
    @Shared
    @NotNull(groups = Provisioning.class)
    public UserGroupBlock group;

    @NotNull(groups = Provisioning.class)
    public String username;

    public @Nullable Integer age;

    @NotNull(groups = Active.class)
    public Integer userId;
  }

  @ProductType("User")
  @Product(
      name = "User internal",
      tag = "USER_INT",
      description = "user administration - internal",
      fixed = "affiliation=internal")
  @Product(
      name = "User external",
      tag = "USER_EXT",
      description = "user administration - external",
      fixed = "affiliation=external")
  static class User extends SubscriptionModel {
    @FixedInput
    public Affiliation affiliation;

    public UserBlock user;
  }
}
