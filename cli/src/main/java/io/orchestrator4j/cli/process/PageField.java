package io.orchestrator4j.cli.process;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A field of a page, read from the page's JSON schema.
 *
 * @param standard what it is when it is left out; null if it has to be given
 * @param choices what it may be, if that is limited
 */
record PageField(
    String name, String title, String type, @Nullable JsonNode standard, List<Choice> choices) {

  /** What may be chosen, and what it means. */
  record Choice(String value, String label) {

    @Override
    public String toString() {
      return label.equals(value) ? value : "%s (%s)".formatted(value, label);
    }
  }

  /** The fields of a page that are asked; what it only shows is left out. */
  static List<PageField> of(JsonNode page) {
    List<PageField> fields = new ArrayList<>();
    page.path("properties").forEachEntry((name, property) -> {
      JsonNode schema = resolved(property, page);
      if (!property.path("readOnly").asBoolean(false)
          && !schema.path("readOnly").asBoolean(false)) {
        fields.add(field(name, property, schema, page));
      }
    });
    return fields;
  }

  private static PageField field(String name, JsonNode property, JsonNode schema, JsonNode page) {
    boolean required =
        page.path("required").valueStream().anyMatch(n -> n.asString("").equals(name));
    JsonNode standard = property.has("default") ? property.get("default") : schema.get("default");
    JsonNode items = resolved(schema.path("items"), page);
    return new PageField(
        name,
        property.path("title").asString(schema.path("title").asString(name)),
        type(schema, items),
        required ? null : standard,
        choices(schema.has("enum") ? schema : items));
  }

  boolean isRequired() {
    return standard == null;
  }

  /** One line for people. */
  String rule() {
    String presence = standard == null
        ? "required"
        : standard.isNull() ? "optional" : "default " + Json.write(standard);
    return choices.isEmpty()
        ? presence
        : "%s; one of %s"
            .formatted(
                presence, choices.stream().map(Choice::toString).collect(Collectors.joining(", ")));
  }

  /** Something to put there in an example. */
  JsonNode example() {
    if (!choices.isEmpty()) {
      JsonNode first = StringNode.valueOf(choices.getFirst().value());
      return type.startsWith("list") ? Json.mapper().createArrayNode().add(first) : first;
    }
    return switch (type) {
      case "whole number", "number" -> Json.toTree(1);
      case "true or false" -> Json.toTree(true);
      case "object" -> Json.object();
      default -> type.startsWith("list") ? Json.mapper().createArrayNode() : Json.toTree("...");
    };
  }

  /** A page with everything that has to be given. */
  static ObjectNode example(List<PageField> fields) {
    ObjectNode page = Json.object();
    fields.stream().filter(PageField::isRequired).forEach(f -> page.set(f.name(), f.example()));
    return page;
  }

  private static List<Choice> choices(JsonNode schema) {
    return schema
        .path("enum")
        .valueStream()
        .map(value -> value.asString(value.toString()))
        .map(value -> new Choice(value, schema.path("options").path(value).asString(value)))
        .toList();
  }

  private static String type(JsonNode schema, JsonNode items) {
    return switch (schema.path("type").asString("")) {
      case "string" ->
        schema.has("format") ? "text (%s)".formatted(schema.get("format").asString("")) : "text";
      case "integer" -> "whole number";
      case "number" -> "number";
      case "boolean" -> "true or false";
      case "array" -> "list of " + type(items, Json.object());
      case "object" -> "object";
      default -> "text";
    };
  }

  /** What a reference or an "or null" stands for. */
  private static JsonNode resolved(JsonNode schema, JsonNode page) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString("").replaceFirst("^#/\\$defs/", "");
      return page.path("$defs").path(name);
    }
    return schema
        .path("anyOf")
        .valueStream()
        .filter(one -> !one.path("type").asString("").equals("null"))
        .findFirst()
        .map(one -> resolved(one, page))
        .orElse(schema);
  }
}
