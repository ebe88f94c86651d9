package io.orchestrator4j.catalogue;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users and groups of users: three products, two blocks, and some of their workflows. */
final class Beginner {

  private Beginner() {}

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

  @Workflows(UserGroup.class)
  static final class GroupChains {

    @CreateWorkflow("Create user group")
    StepList createUserGroup() {
      return begin();
    }
  }

  @Workflows(User.class)
  static final class UserChains {

    @CreateWorkflow("Create user")
    StepList createUser() {
      return begin();
    }
  }

  @Workflows(SubscriptionModel.class)
  static final class Chains {

    @ModifyWorkflow("Modify note")
    StepList modifyNote() {
      return begin();
    }

    @Task("Clean up")
    StepList taskCleanUp() {
      return begin();
    }
  }

  /** The workflows of these product types, and those of all. */
  static List<Object> workflowsOf(List<Class<? extends SubscriptionModel>> types) {
    List<Object> holders = new ArrayList<>(List.of(new Chains()));
    if (types.contains(UserGroup.class)) {
      holders.add(new GroupChains());
    }
    if (types.contains(User.class)) {
      holders.add(new UserChains());
    }
    return holders;
  }
}
