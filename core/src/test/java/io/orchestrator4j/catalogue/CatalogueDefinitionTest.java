package io.orchestrator4j.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Steps;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which products have which workflows, by the code alone. */
final class CatalogueDefinitionTest {

  interface Billed {}

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
    CatalogueDefinition definition = read(new Beginner.Chains(), Beginner.User.class);

    assertThat(definition.products().type("User")).isPresent();
  }

  @Test
  void aWorkflowForAllProductTypesNeedsNone() {
    assertThat(read(new Beginner.Chains(), SubscriptionModel.class).workflowsByType())
        .isEmpty();
  }

  @Test
  void aWorkflowOfNoProductTypeIsRefused() {
    assertThatThrownBy(() -> read(new Beginner.Chains(), Billed.class))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "create_user: it belongs to Billed, and no product type of this application is one. Name a class that is marked @ProductType");
  }

  @Test
  void whatIsWrongWithWorkflowsAndProductsIsSaidTogether() {
    assertThatThrownBy(() -> CatalogueDefinition.read(
            () -> DefinedWorkflows.of(List.of(new Endless())),
            List.of(Unfinished.class),
            List.of(),
            _ -> List.of()))
        .hasMessageContaining("The definitions have 2 problems")
        .hasMessageContaining("neverEnds")
        .hasMessageContaining("Unfinished.name");
  }

  private static CatalogueDefinition read(Object workflows, Class<?>... productTypes) {
    return CatalogueDefinition.read(
        () -> DefinedWorkflows.of(List.of(workflows)),
        List.of(),
        List.of(),
        _ -> Arrays.asList(productTypes));
  }
}
