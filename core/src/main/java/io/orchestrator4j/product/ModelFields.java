package io.orchestrator4j.product;

import java.util.List;

/** Picks fields by their kind. */
final class ModelFields {

  private ModelFields() {}

  static List<FieldDefinition.Value> values(List<FieldDefinition> fields) {
    return fields.stream()
        .filter(FieldDefinition.Value.class::isInstance)
        .map(FieldDefinition.Value.class::cast)
        .toList();
  }

  static List<FieldDefinition.Blocks> blocks(List<FieldDefinition> fields) {
    return fields.stream()
        .filter(FieldDefinition.Blocks.class::isInstance)
        .map(FieldDefinition.Blocks.class::cast)
        .toList();
  }
}
