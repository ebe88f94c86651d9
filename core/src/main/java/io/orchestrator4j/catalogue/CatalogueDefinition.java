package io.orchestrator4j.catalogue;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an application defines, as the catalogue has it.
 *
 * @param workflowsByType the names of the workflows that the products of each product type have
 */
public record CatalogueDefinition(
    DefinedProducts products,
    DefinedWorkflows workflows,
    Map<String, Set<String>> workflowsByType) {

  public CatalogueDefinition {
    workflowsByType = Map.copyOf(workflowsByType);
  }

  /**
   * Reads workflows and product types, and which of the one have which of the other.
   *
   * @param types classes marked {@link ProductType}; those that workflows name need not be among them
   * @param blocks blocks that no field names
   * @param productTypes the classes that a workflow belongs to: product types, or what several of them extend or
   *     implement; none for a task
   * @throws DefinitionException naming everything that is wrong with any of them
   */
  public static CatalogueDefinition read(
      Supplier<DefinedWorkflows> workflows,
      Collection<Class<? extends SubscriptionModel>> types,
      Collection<Class<? extends ProductBlockModel>> blocks,
      Function<WorkflowDefinition, ? extends Collection<? extends Class<?>>> productTypes) {
    List<DefinitionProblem> problems = new ArrayList<>();
    DefinedWorkflows defined = attempt(workflows, problems);
    Set<Class<? extends SubscriptionModel>> all = new LinkedHashSet<>(types);
    if (defined != null) {
      defined.all().stream()
          .flatMap(workflow -> productTypes.apply(workflow).stream())
          .filter(type -> type.isAnnotationPresent(ProductType.class)
              && SubscriptionModel.class.isAssignableFrom(type))
          .forEach(type -> all.add(type.asSubclass(SubscriptionModel.class)));
    }
    DefinedProducts products = attempt(() -> DefinedProducts.of(all, blocks), problems);
    if (defined == null || products == null) {
      throw new DefinitionException(problems);
    }
    return of(products, defined, productTypes);
  }

  private static <T> @Nullable T attempt(Supplier<T> reading, List<DefinitionProblem> problems) {
    try {
      return reading.get();
    } catch (DefinitionException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static CatalogueDefinition of(
      DefinedProducts products,
      DefinedWorkflows workflows,
      Function<WorkflowDefinition, ? extends Collection<? extends Class<?>>> productTypes) {
    List<DefinitionProblem> problems = new ArrayList<>();
    Map<String, Set<String>> byType = new HashMap<>();
    for (WorkflowDefinition workflow : workflows.all()) {
      for (Class<?> wanted : productTypes.apply(workflow)) {
        List<ProductTypeDefinition> types = products.typesOf(wanted);
        types.forEach(
            type -> byType.computeIfAbsent(type.name(), _ -> new TreeSet<>()).add(workflow.name()));
        // a workflow for all product types waits for the first one
        if (types.isEmpty() && wanted != SubscriptionModel.class) {
          problems.add(
              new DefinitionProblem(
                  workflow.name(),
                  "it belongs to %s, and no product type of this application is one"
                      .formatted(wanted.getSimpleName()),
                  "Name a class that is marked @ProductType, or what such classes extend or implement"));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    return new CatalogueDefinition(products, workflows, byType);
  }
}
