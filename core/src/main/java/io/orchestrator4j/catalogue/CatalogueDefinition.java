package io.orchestrator4j.catalogue;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.DefinitionContext;
import io.orchestrator4j.workflow.WorkflowDefinition;
import io.orchestrator4j.workflow.Workflows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
   * @param holders objects of classes marked {@code @Workflows}
   * @param context what workflows are read with, besides the products
   * @param types classes marked {@link ProductType}; those that workflows name need not be among them
   * @param blocks blocks that no field names
   * @throws DefinitionException naming everything that is wrong with any of them
   */
  public static CatalogueDefinition read(
      Collection<?> holders,
      DefinitionContext context,
      Collection<Class<? extends SubscriptionModel>> types,
      Collection<Class<? extends ProductBlockModel>> blocks) {
    Set<Class<? extends SubscriptionModel>> all = new LinkedHashSet<>(types);
    holders.stream()
        .flatMap(holder -> named(holder).stream())
        .filter(type -> type.isAnnotationPresent(ProductType.class))
        .forEach(all::add);
    List<DefinitionProblem> problems = new ArrayList<>();
    DefinedProducts products = attempt(() -> DefinedProducts.of(all, blocks), problems);
    DefinedProducts known = products == null ? DefinedProducts.refused(all) : products;
    DefinedWorkflows workflows =
        attempt(() -> DefinedWorkflows.of(holders, context.withProducts(known)), problems);
    if (products == null || workflows == null) {
      throw new DefinitionException(problems);
    }
    return of(products, workflows);
  }

  /** Whether there are product types at all: registered ones, or some that workflows name. */
  public static boolean sells(
      Collection<?> holders, Collection<Class<? extends SubscriptionModel>> types) {
    return !types.isEmpty()
        || holders.stream()
            .flatMap(holder -> named(holder).stream())
            .anyMatch(type -> type.isAnnotationPresent(ProductType.class));
  }

  private static List<Class<? extends SubscriptionModel>> named(Object holder) {
    Workflows marked = holder.getClass().getAnnotation(Workflows.class);
    return marked == null ? List.of() : List.of(marked.value());
  }

  private static <T> @Nullable T attempt(Supplier<T> reading, List<DefinitionProblem> problems) {
    try {
      return reading.get();
    } catch (DefinitionException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static CatalogueDefinition of(DefinedProducts products, DefinedWorkflows workflows) {
    Map<String, Set<String>> byType = new HashMap<>();
    for (WorkflowDefinition workflow : workflows.all()) {
      for (ProductTypeDefinition type : products.types()) {
        if (workflow.productTypes().include(type.type())) {
          byType.computeIfAbsent(type.name(), _ -> new TreeSet<>()).add(workflow.name());
        }
      }
    }
    return new CatalogueDefinition(products, workflows, byType);
  }
}
