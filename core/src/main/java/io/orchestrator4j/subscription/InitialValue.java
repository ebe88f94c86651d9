package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.TimeOrderedId;
import tools.jackson.databind.JsonNode;

/** What a field holds where nothing is stored for it: what its class says that it is at first. */
final class InitialValue {

  private InitialValue() {}

  static JsonNode of(BlockDefinition block, FieldDefinition.Value field) {
    return Json.toTree(
        Models.read(field, Models.block(block, TimeOrderedId.next(), TimeOrderedId.next(), null)));
  }

  /** The value of a stored block. */
  static JsonNode of(StoredBlock stored, BlockDefinition block, FieldDefinition.Value field) {
    JsonNode value = stored.values().get(field.key());
    return value == null ? of(block, field) : value;
  }
}
