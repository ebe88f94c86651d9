package io.orchestrator4j.product;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/**
 * A fixed input of a product type.
 *
 * @param name its name outside Java
 */
public record FixedInputDefinition(String name, FieldAccess access) {

  /**
   * The value that a text stands for.
   *
   * @throws NotConvertible if it stands for none of the field's type
   */
  @Nullable
  Object parse(String text) {
    return Json.fromTree(StringNode.valueOf(text), access.type());
  }
}
