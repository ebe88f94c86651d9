package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One thing that is wrong with an answer, in the wire's words.
 *
 * @param type the kind of error, as programs read it
 * @param path the field: names, and numbers of list items (as {@code Integer})
 * @param message what people read
 * @param input what was given
 * @param context the figures in the message; empty where it has none
 */
public record FieldError(
    String type, List<Object> path, String message, JsonNode input, ObjectNode context) {

  /** The path of an error that concerns the whole page. */
  public static final String ROOT = "__root__";

  // these have no page of explanation
  private static final Set<String> OWN =
      Set.of("unique_list", "ip_v4_address", "ip_v6_address", "ip_any_address");
  private static final String DOCUMENTED = "https://errors.pydantic.dev/2.13/v/";

  public FieldError {
    path = List.copyOf(path);
  }

  /** An error of the whole input. */
  public static FieldError of(String type, String message, JsonNode input) {
    return new FieldError(type, List.of(), message, input, Json.object());
  }

  static FieldError of(String type, String message, JsonNode input, String key, JsonNode figure) {
    ObjectNode context = Json.object();
    context.set(key, figure);
    return new FieldError(type, List.of(), message, input, context);
  }

  /** An error that an author's own rule found. */
  public static FieldError ofRule(String message, JsonNode input) {
    return of("value_error", message, input, "error", StringNode.valueOf(message));
  }

  /** This error, inside the field or item of this name or number. */
  public FieldError in(Object nameOrNumber) {
    List<Object> longer = new ArrayList<>();
    longer.add(nameOrNumber);
    longer.addAll(path);
    return new FieldError(type, longer, message, input, context);
  }

  /** This error, with what may be shown of the input; one of an item keeps its own. */
  FieldError showing(JsonNode shown) {
    return path.isEmpty() ? new FieldError(type, path, message, shown, context) : this;
  }

  /** The wire's form of it. */
  public ObjectNode toTree() {
    ObjectNode tree = Json.object();
    tree.put("type", type);
    ArrayNode loc = tree.putArray("loc");
    for (Object part : path) {
      if (part instanceof Integer number) {
        loc.add(number);
      } else {
        loc.add(part.toString());
      }
    }
    tree.put("msg", message);
    tree.set("input", input);
    if (!context.isEmpty()) {
      tree.set("ctx", context);
    }
    if (!OWN.contains(type)) {
      tree.put("url", DOCUMENTED + type);
    }
    return tree;
  }

  /** The lines of it in a text for people. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    for (Object part : path) {
      text.append(text.isEmpty() ? "" : " -> ").append(part);
    }
    text.append("\n  ").append(message).append(" (type=").append(type);
    context.forEachEntry(
        (key, figure) -> text.append("; ").append(key).append('=').append(shown(figure)));
    return text.append(')').toString();
  }

  private static @Nullable String shown(JsonNode figure) {
    return figure.isString() ? figure.stringValue() : figure.toString();
  }
}
