package io.orchestrator4j.catalogue;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;

import io.orchestrator4j.product.Active;
import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.WorkflowDefinition;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotNull;
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

  @Workflows
  static final class Chains {

    @Workflow(value = "Create user group", target = Target.CREATE)
    StepList createUserGroup() {
      return init().then(done());
    }

    @Workflow(value = "Create user", target = Target.CREATE)
    StepList createUser() {
      return init().then(done());
    }

    @Workflow(value = "Modify note", target = Target.MODIFY)
    StepList modifyNote() {
      return init().then(done());
    }

    @Task("Clean up")
    StepList taskCleanUp() {
      return begin();
    }
  }

  /** Which product types each of these workflows belongs to. */
  static List<Class<?>> productTypes(WorkflowDefinition workflow) {
    return switch (workflow.name()) {
      case "create_user_group" -> List.of(UserGroup.class);
      case "create_user" -> List.of(User.class);
      case "modify_note" -> List.of(SubscriptionModel.class);
      default -> List.of();
    };
  }
}
