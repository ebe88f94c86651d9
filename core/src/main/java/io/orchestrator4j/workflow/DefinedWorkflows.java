package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The workflows that this application defines, by name. */
public final class DefinedWorkflows {

  private final Map<String, WorkflowDefinition> byName;

  private DefinedWorkflows(Map<String, WorkflowDefinition> byName) {
    this.byName = byName;
  }

  /**
   * Reads the workflows of an application without product types, whose forms need nothing around them.
   *
   * @param holders objects of classes marked {@link Workflows}
   * @throws DefinitionException naming everything that is wrong with them
   */
  public static DefinedWorkflows of(Collection<?> holders) {
    return of(holders, DefinitionContext.standard());
  }

  /**
   * Reads workflows on product types, whose forms need nothing around them.
   *
   * @param holders objects of classes marked {@link Workflows}
   * @param products the product types that the application defines
   * @param appended steps that are added to the workflows of a target, in this order
   * @throws DefinitionException naming everything that is wrong with them
   */
  public static DefinedWorkflows of(
      Collection<?> holders, DefinedProducts products, Collection<AppendedSteps> appended) {
    return of(holders, DefinitionContext.standard().withProducts(products).withAppended(appended));
  }

  /**
   * Reads the workflows of all these objects.
   *
   * @param holders objects of classes marked {@link Workflows}
   * @param context what they are read with
   * @throws DefinitionException naming everything that is wrong with them
   */
  public static DefinedWorkflows of(Collection<?> holders, DefinitionContext context) {
    List<DefinitionProblem> problems = new ArrayList<>();
    Map<String, WorkflowDefinition> byName = new TreeMap<>();
    Map<String, String> places = new TreeMap<>();
    for (Object holder : holders) {
      requireKnown(holder.getClass(), context.products(), problems);
      for (WorkflowMethod method : WorkflowMethod.of(holder, problems)) {
        String other = places.putIfAbsent(method.name(), method.place());
        if (other != null) {
          problems.add(new DefinitionProblem(
              method.place(),
              "the name '%s' is taken by %s".formatted(method.name(), other),
              "Give one of them another name, with name = \"...\" in its annotation"));
        }
        method
            .read(context, problems)
            .ifPresent(definition -> byName.put(definition.name(), definition));
      }
    }
    problems.addAll(PageChecks.of(byName.values(), context));
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    return new DefinedWorkflows(byName);
  }

  private static void requireKnown(
      Class<?> holder, DefinedProducts products, List<DefinitionProblem> problems) {
    Workflows workflows = holder.getAnnotation(Workflows.class);
    List<Class<? extends SubscriptionModel>> named =
        workflows == null ? List.of() : List.of(workflows.value());
    for (Class<? extends SubscriptionModel> each : named) {
      if (each != SubscriptionModel.class && !products.knows(each)) {
        problems.add(new DefinitionProblem(
            holder.getSimpleName(),
            "it is marked @Workflows(%s.class), which is no product type of this application"
                .formatted(each.getSimpleName()),
            "Mark the class @ProductType and register it with the other product types"));
      }
    }
  }

  /** The workflow of this name. */
  public Optional<WorkflowDefinition> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them, by name. */
  public Collection<WorkflowDefinition> all() {
    return byName.values();
  }
}
