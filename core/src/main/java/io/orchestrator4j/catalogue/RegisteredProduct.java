package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.ProductInfo;
import java.util.List;
import java.util.Map;

/**
 * A product with what a subscription to it needs to know.
 *
 * @param fixedInputs the texts of its fixed inputs by their names
 * @param workflows the names of its workflows, in order
 */
public record RegisteredProduct(
    ProductInfo product, Map<String, String> fixedInputs, List<String> workflows) {

  public RegisteredProduct {
    fixedInputs = Map.copyOf(fixedInputs);
    workflows = List.copyOf(workflows);
  }
}
