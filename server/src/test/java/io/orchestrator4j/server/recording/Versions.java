package io.orchestrator4j.server.recording;

import io.orchestrator4j.value.Json;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts placeholders in the place of the versions of subscriptions. */
final class Versions {

  private static final String VERSION = "version";
  private static final Set<String> STATES = Set.of("current_state", "state", "state_delta");
  private static final Pattern IN_TEXT = Pattern.compile("(current version )\\((\\d+)\\)");

  private Versions() {}

  static JsonNode hidden(JsonNode tree) {
    return hidden(tree, false);
  }

  private static JsonNode hidden(JsonNode tree, boolean inState) {
    return switch (tree) {
      case ObjectNode object -> {
        ObjectNode copy = Json.object();
        object.forEachEntry((key, value) -> copy.set(
            key,
            key.equals(VERSION) && value.isInt()
                ? version(value.asInt(), inState)
                : hidden(value, inState || STATES.contains(key))));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = Json.mapper().createArrayNode();
        array.forEach(item -> copy.add(hidden(item, inState)));
        yield copy;
      }
      default ->
        tree.isString()
            ? Json.toTree(IN_TEXT.matcher(tree.asString()).replaceAll("$1(<version-$2>)"))
            : tree;
    };
  }

  private static JsonNode version(int recorded, boolean inState) {
    return Json.toTree(inState ? "<number>" : "<version-%d>".formatted(recorded));
  }
}
