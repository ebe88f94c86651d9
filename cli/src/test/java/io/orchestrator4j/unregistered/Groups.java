package io.orchestrator4j.unregistered;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Steps;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with a product and a workflow that no database knows yet. */
@SpringBootApplication
public class Groups {

  @ProductBlock("UserGroupBlock")
  static class UserGroupBlock extends ProductBlockModel {
    public String groupName;
  }

  @ProductType("UserGroup")
  @Product(name = "User Group", tag = "GROUP", description = "user group administration")
  static class UserGroup extends SubscriptionModel {
    public UserGroupBlock userGroup;
  }

  @Workflows
  record Chains() {

    @Task("Count the groups")
    StepList taskCountTheGroups() {
      return Steps.begin();
    }
  }
}
