package io.orchestrator4j.unmigrated;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with a migration for its product, and none yet for its workflows. */
@SpringBootApplication
public class Unmigrated {

  @ProductBlock(value = "DeskBlock", tag = "DB")
  static class DeskBlock extends ProductBlockModel {
    public String room;
  }

  @ProductType("Desk")
  @Product(name = "Desk", tag = "DESK", description = "A desk")
  static class Desk extends SubscriptionModel {
    public DeskBlock desk;
  }

  @Workflows(Desk.class)
  record DeskWorkflows() {

    @CreateWorkflow("Create desk")
    StepList createDesk() {
      return begin();
    }

    @ModifyWorkflow("Move desk")
    StepList moveDesk() {
      return begin();
    }
  }

  @Workflows
  record Tasks() {

    @Task("Count desks")
    StepList taskCountDesks() {
      return begin();
    }
  }
}
