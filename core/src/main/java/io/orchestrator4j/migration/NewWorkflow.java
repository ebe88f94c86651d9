package io.orchestrator4j.migration;

import io.orchestrator4j.workflow.Target;
import java.util.List;

/**
 * A workflow for the catalogue.
 *
 * @param name as in the code: {@code create_user_group}
 * @param description what people read
 * @param productTypes all products of these types get it
 * @param products these products get it besides, by name
 * @param task whether it is a task
 */
public record NewWorkflow(
    String name,
    Target target,
    String description,
    List<String> productTypes,
    List<String> products,
    boolean task) {

  public NewWorkflow {
    productTypes = List.copyOf(productTypes);
    products = List.copyOf(products);
  }

  /** A workflow that all products of these types get; none where it is for no product. */
  public NewWorkflow(String name, Target target, String description, String... productTypes) {
    this(name, target, description, List.of(productTypes), List.of(), false);
  }

  /** The same, for these products besides. */
  public NewWorkflow forProducts(String... names) {
    return new NewWorkflow(name, target, description, productTypes, List.of(names), task);
  }

  /** The same, as a task. */
  public NewWorkflow asTask() {
    return new NewWorkflow(name, target, description, productTypes, products, true);
  }
}
