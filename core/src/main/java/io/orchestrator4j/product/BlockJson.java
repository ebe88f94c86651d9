package io.orchestrator4j.product;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a block as JSON: what the wire shows of one whose subscription is active. */
public final class BlockJson extends ValueSerializer<ProductBlockModel> {

  /** For the JSON library. */
  public BlockJson() {}

  @Override
  public void serialize(
      ProductBlockModel block, JsonGenerator generator, SerializationContext context) {
    generator.writeTree(ModelTree.show(block, SubscriptionLifecycle.ACTIVE));
  }
}
