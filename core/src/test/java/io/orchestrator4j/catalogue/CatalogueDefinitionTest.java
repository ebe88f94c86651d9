package io.orchestrator4j.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.DefinitionContext;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Steps;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which products have which workflows, by the code alone. */
final class CatalogueDefinitionTest {

  abstract static class Billed extends SubscriptionModel {}

  @Workflows(Billed.class)
  static final class Bills {

    @CreateWorkflow("Create bill")
    StepList createBill() {
      return Steps.begin();
    }
  }

  @ProductType("Open")
  static class Unfinished extends SubscriptionModel {
    public String name;
  }

  @Workflows
  static final class Endless {

    @Workflow("Never ends")
    StepList neverEnds() {
      return Steps.init();
    }
  }

  static class Unmarked extends ProductBlockModel {}

  @ProductType("Rented")
  static class Rented extends SubscriptionModel {
    public Unmarked block;
  }

  @Workflows(Rented.class)
  static final class Rents {

    @ModifyWorkflow("Change rent")
    StepList changeRent() {
      return Steps.begin().then(this::change);
    }

    @Step("Change")
    Rented change(Rented subscription) {
      return subscription;
    }
  }

  @Test
  void aWorkflowBelongsToAllTypesThatItsClassCovers() {
    CatalogueDefinition beginner = CatalogueFixture.beginner();

    assertThat(beginner.workflowsByType().get("User"))
        .containsExactly("create_user", "modify_note");
    assertThat(beginner.workflowsByType().get("UserGroup"))
        .containsExactly("create_user_group", "modify_note");
  }

  @Test
  void aProductTypeThatAWorkflowNamesNeedNotBeRegistered() {
    CatalogueDefinition definition = read(new Beginner.UserChains());

    assertThat(definition.products().type("User")).isPresent();
  }

  @Test
  void aWorkflowForAllProductTypesNeedsNone() {
    assertThat(read(new Beginner.Chains()).workflowsByType()).isEmpty();
  }

  @Test
  void aWorkflowOfNoProductTypeIsRefused() {
    assertThatThrownBy(() -> read(new Bills()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "Bills: it is marked @Workflows(Billed.class), which is no product type of this application");
  }

  @Test
  void whatIsWrongWithWorkflowsAndProductsIsSaidTogether() {
    assertThatThrownBy(() -> CatalogueDefinition.read(
            List.of(new Endless()),
            DefinitionContext.standard(),
            List.of(Unfinished.class),
            List.of()))
        .hasMessageContaining("The definitions have 2 problems")
        .hasMessageContaining("neverEnds")
        .hasMessageContaining("Unfinished.name");
  }

  // its workflows used to be told as well to mark the product type, which was marked
  @Test
  void ofAProductTypeThatIsRefusedItsWorkflowsSayNothing() {
    assertThatThrownBy(() -> read(new Rents()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("The definitions have 1 problem:")
        .hasMessageContaining("Unmarked: it is used as a block but not marked @ProductBlock");
  }

  private static CatalogueDefinition read(Object workflows) {
    return CatalogueDefinition.read(
        List.of(workflows), DefinitionContext.standard(), List.of(), List.of());
  }
}
