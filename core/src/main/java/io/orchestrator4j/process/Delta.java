package io.orchestrator4j.process;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a step changed in the state: keys that it set, and keys that it removed. Null is a value, so
 * setting null and removing are two things.
 */
public record Delta(ObjectNode set, List<String> removed) {

  public Delta {
    removed = List.copyOf(removed);
  }

  /** No change. */
  public static Delta none() {
    return new Delta(Json.object(), List.of());
  }

  /** A delta that sets keys. */
  public static Delta setting(ObjectNode values) {
    return new Delta(values, List.of());
  }

  /** What values and keys to remove change in a state; values that are there already are left out. */
  public static Delta between(ObjectNode state, ObjectNode values, Collection<String> without) {
    ObjectNode set = Json.object();
    values.forEachEntry((key, value) -> {
      if (!value.equals(state.get(key))) {
        set.set(key, value);
      }
    });
    List<String> removed = new ArrayList<>();
    for (String key : without) {
      if (state.has(key)) {
        removed.add(key);
      }
    }
    return new Delta(set, removed);
  }

  /** Makes the change in a state. */
  public void applyTo(ObjectNode state) {
    removed.forEach(state::remove);
    set.forEachEntry(state::set);
  }

  /** The stored form: {@code {"set": {...}, "removed": [...]}}, each only where there is something in it. */
  String toText() {
    ObjectNode tree = Json.object();
    if (!set.isEmpty()) {
      tree.set("set", set);
    }
    if (!removed.isEmpty()) {
      ArrayNode keys = tree.putArray("removed");
      removed.forEach(keys::add);
    }
    return Json.write(tree);
  }

  static Delta parse(String text) {
    JsonNode tree = Json.read(text);
    List<String> removed = new ArrayList<>();
    tree.path("removed").forEach(key -> removed.add(key.stringValue()));
    return new Delta(tree.get("set") instanceof ObjectNode set ? set : Json.object(), removed);
  }
}
