package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.ProductInfo;
import java.util.List;

/**
 * A product with all that belongs to it, each list by name.
 *
 * @param blocks those directly below its subscriptions
 */
public record ProductDetail(
    ProductInfo product,
    List<BlockInfo> blocks,
    List<FixedInputInfo> fixedInputs,
    List<WorkflowInfo> workflows) {

  public ProductDetail {
    blocks = List.copyOf(blocks);
    fixedInputs = List.copyOf(fixedInputs);
    workflows = List.copyOf(workflows);
  }
}
