package io.orchestrator4j.server.product;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;

import io.orchestrator4j.catalogue.Products;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Shared;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;

/** An author's products and workflows, found by scanning. */
final class Beginner {

  private Beginner() {}

  enum Affiliation {
    INTERNAL,
    EXTERNAL
  }

  @ProductBlock(value = "UserGroupBlock", tag = "UGB", description = "user group block")
  static class UserGroupBlock extends ProductBlockModel {
    public String groupName;
    public Integer groupId;
  }

  @ProductType("UserGroup")
  @Product(name = "User Group", tag = "GROUP", description = "user group administration")
  static class UserGroup extends SubscriptionModel {
    public UserGroupBlock userGroup;
  }

  @ProductBlock("UserBlock")
  static class UserBlock extends ProductBlockModel {
    @Shared
    public UserGroupBlock group;

    public String username;
    public Integer age;
  }

  @ProductType("User")
  @Product(
      name = "User internal",
      tag = "USER_INT",
      description = "internal",
      fixed = "affiliation=internal")
  @Product(
      name = "User external",
      tag = "USER_EXT",
      description = "external",
      fixed = "affiliation=external")
  static class User extends SubscriptionModel {
    @FixedInput
    public Affiliation affiliation;

    public UserBlock user;
  }

  @Workflows
  record Chains(Products products) {

    @Workflow(value = "Create user group", target = Target.CREATE)
    StepList createUserGroup() {
      return init().then(done());
    }

    @Workflow(value = "Modify user group", target = Target.MODIFY)
    StepList modifyUserGroup() {
      return init().then(done());
    }

    @Task("Name the products")
    StepList taskNameTheProducts() {
      return begin().then(this::name);
    }

    @Step("Name")
    State name() {
      return State.of(
          "users", products.of(User.class).stream().map(ProductInfo::name).toList());
    }
  }
}
