package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wrong with one part of a request, before any feature looks at it: a stable type, where it is ({@code path},
 * {@code query}, {@code body}, then keys and indexes), a message, what was found there, and figures of the rule.
 */
public record Violation(
    String type,
    List<Object> location,
    String message,
    JsonNode input,
    @Nullable ObjectNode context) {

  /** Nothing was sent where something is needed. */
  public static Violation missing(List<Object> location) {
    return new Violation("missing", location, "Field required", nothing(), null);
  }

  /** Nothing was sent under a key where something is needed. */
  public static Violation missing(List<Object> location, JsonNode around) {
    return new Violation("missing", location, "Field required", around, null);
  }

  /** A yes or no is needed. */
  public static Violation noBoolean(List<Object> location, JsonNode input) {
    return new Violation("bool_type", location, "Input should be a valid boolean", input, null);
  }

  /** A yes or no is needed, and this is no word for either. */
  public static Violation unreadableBoolean(List<Object> location, JsonNode input) {
    return new Violation(
        "bool_parsing",
        location,
        "Input should be a valid boolean, unable to interpret input",
        input,
        null);
  }

  /** A list is needed. */
  public static Violation noList(List<Object> location, JsonNode input) {
    return new Violation("list_type", location, "Input should be a valid list", input, null);
  }

  /** An object is needed. */
  public static Violation noObject(List<Object> location, JsonNode input) {
    return new Violation("dict_type", location, "Input should be a valid dictionary", input, null);
  }

  /** An object with known keys is needed. */
  public static Violation noModel(List<Object> location, JsonNode input) {
    return new Violation(
        "model_attributes_type",
        location,
        "Input should be a valid dictionary or object to extract fields from",
        input,
        null);
  }

  /** A text is needed. */
  public static Violation noText(List<Object> location, JsonNode input) {
    return new Violation("string_type", location, "Input should be a valid string", input, null);
  }

  /** A text is longer than allowed. */
  public static Violation textTooLong(List<Object> location, String input, int most) {
    return new Violation(
        "string_too_long",
        location,
        "String should have at most %d characters".formatted(most),
        Json.toTree(input),
        Json.object().put("max_length", most));
  }

  /** A text has characters that the database does not keep. */
  public static Violation textNotStorable(List<Object> location, String input) {
    return new Violation(
        "text_not_storable",
        location,
        "String should not contain U+0000 or half a surrogate pair",
        Json.toTree(input),
        null);
  }

  /** One of some texts is needed. */
  public static Violation noneOf(List<Object> location, JsonNode input, List<String> texts) {
    String all = texts.stream()
        .limit(texts.size() - 1L)
        .map("'%s'"::formatted)
        .collect(Collectors.joining(", ", "", " or '%s'".formatted(texts.getLast())));
    return new Violation(
        "enum", location, "Input should be " + all, input, Json.object().put("expected", all));
  }

  /** A text does not look as it should. */
  public static Violation noMatch(List<Object> location, String input, String pattern) {
    return new Violation(
        "string_pattern_mismatch",
        location,
        "String should match pattern '%s'".formatted(pattern),
        Json.toTree(input),
        Json.object().put("pattern", pattern));
  }

  static Violation noNumber(List<Object> location, String input) {
    return new Violation(
        "int_parsing",
        location,
        "Input should be a valid integer, unable to parse string as an integer",
        Json.toTree(input),
        null);
  }

  static Violation noUuid(List<Object> location, String input, String reason) {
    return new Violation(
        "uuid_parsing",
        location,
        "Input should be a valid UUID, " + reason,
        Json.toTree(input),
        Json.object().put("error", reason));
  }

  static Violation noJson(JsonFault fault) {
    return new Violation(
        "json_invalid",
        List.of("body", fault.position()),
        "JSON decode error",
        Json.object(),
        Json.object().put("error", fault.reason()));
  }

  ObjectNode body() {
    ObjectNode body = Json.object().put("type", type);
    body.set("loc", Json.toTree(location));
    body.put("msg", message).set("input", input);
    if (context != null) {
      body.set("ctx", context);
    }
    return body;
  }

  private static JsonNode nothing() {
    return Json.toTree(null);
  }
}
