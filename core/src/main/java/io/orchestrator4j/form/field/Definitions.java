package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The types of one page that its fields refer to by name. Mutable. */
public final class Definitions {

  private final Map<String, ObjectNode> byName = new TreeMap<>();

  Definitions() {}

  /** Adds a type, and says how to refer to it. Two that differ do not share a name. */
  String add(String name, ObjectNode schema) {
    String free = name;
    for (int i = 2; !schema.equals(byName.getOrDefault(free, schema)); i++) {
      free = name + i;
    }
    byName.put(free, schema);
    return "#/$defs/" + free;
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  ObjectNode toTree() {
    ObjectNode tree = Json.object();
    byName.forEach(tree::set);
    return tree;
  }
}
