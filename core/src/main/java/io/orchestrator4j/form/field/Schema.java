package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The keys of one JSON schema, written in the order of the alphabet as the wire has them. Mutable. */
public final class Schema {

  private final Map<String, JsonNode> keys = new TreeMap<>();

  private Schema() {}

  static Schema empty() {
    return new Schema();
  }

  static Schema ofType(String type) {
    return empty().with("type", type);
  }

  static Schema ofType(String type, String format) {
    return format.isEmpty() ? ofType(type) : ofType(type).with("format", format);
  }

  static Schema reference(String to) {
    return empty().with("$ref", to);
  }

  Schema with(String key, JsonNode value) {
    keys.put(key, value);
    return this;
  }

  Schema with(String key, String value) {
    return with(key, Json.toTree(value));
  }

  Schema with(String key, int value) {
    return with(key, Json.toTree(value));
  }

  Schema with(String key, boolean value) {
    return with(key, Json.toTree(value));
  }

  /** What clients read of a field's looks; they know it under both names. */
  Schema withUniforms(ObjectNode uniforms) {
    return with("uniforms", uniforms).with("extraProperties", uniforms.deepCopy());
  }

  Schema withAll(Schema other) {
    keys.putAll(other.keys);
    return this;
  }

  boolean has(String key) {
    return keys.containsKey(key);
  }

  ObjectNode toTree() {
    ObjectNode tree = Json.object();
    keys.forEach(tree::set);
    return tree;
  }
}
