package io.orchestrator4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the guide's workflows on subscriptions become. */
final class GuideWorkflowsTest {

  private static final class Nothing implements Inventory {

    @Override
    public boolean has(UUID subscriptionId) {
      return false;
    }

    @Override
    public void remove(UUID subscriptionId) {
      throw new IllegalArgumentException("There is no " + subscriptionId);
    }
  }

  @Test
  void haveTheStepsThatTheGuideNames() {
    DefinedWorkflows defined = DefinedWorkflows.of(
        List.of(new NodeWorkflows(new Nothing())),
        DefinedProducts.of(List.of(Node.class), List.of()),
        List.of());

    assertThat(defined.all())
        .extracting(WorkflowDefinition::name)
        .containsExactly("activate_node", "terminate_node", "validate_node");
    assertThat(defined.named("terminate_node").orElseThrow().steps())
        .extracting(placed -> placed.step().name())
        .containsExactly(
            "Start",
            "Create Process Subscription relation",
            "Lock subscription",
            "Remove it from the inventory",
            "Set subscription to 'terminated'",
            "Unlock subscription",
            "Done");
  }
}
