package io.orchestrator4j.form.page;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.OneValueRecords;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form in which answers are stored: that of all values, but an author's value type, a record of one component, is
 * that component, and what is only shown is left out.
 */
public final class Stored {

  private Stored() {}

  /** The stored form of a value. */
  public static JsonNode of(@Nullable Object given) {
    Object value = OneValueRecords.bare(given);
    if (value instanceof List<?> list) {
      ArrayNode items = Json.mapper().createArrayNode();
      list.forEach(item -> items.add(of(item)));
      return items;
    }
    JsonNode tree = Json.toTree(value);
    // one that Jackson writes in its own way stays as it is
    return value instanceof Record record && tree.isObject() ? components(record) : tree;
  }

  /** The components of a record under their keys. */
  public static ObjectNode components(Record record) {
    ObjectNode tree = Json.object();
    for (RecordComponents.Component component : RecordComponents.of(record.getClass())) {
      if (!component.isDisplayOnly()) {
        tree.set(component.key(), of(component.read(record)));
      }
    }
    return tree;
  }
}
