package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A value of which only these few are taken; they need no labels. */
public record LiteralKind(FieldKind kind, List<JsonNode> values) implements FieldKind {

  private static final String PRODUCT = "productId";

  public LiteralKind {
    values = List.copyOf(values);
  }

  @Override
  public Converted convert(JsonNode sent) {
    return kind.convert(sent) instanceof Converted.Value value && values.contains(value.stored())
        ? value
        : Converted.wrong(other(values, sent));
  }

  /** The error of another value than these. */
  static FieldError other(List<JsonNode> values, JsonNode sent) {
    String expected = ChoiceKind.expected(values.stream()
        .map(value -> value.isString() ? "'" + value.stringValue() + "'" : value.toString())
        .toList());
    return FieldError.of(
        "literal_error",
        "Input should be " + expected,
        sent,
        "expected",
        StringNode.valueOf(expected));
  }

  @Override
  public Schema schema(Definitions definitions) {
    Schema schema = kind.schema(definitions);
    ArrayNode shown = Json.mapper().createArrayNode();
    values.forEach(value -> shown.add(kind.shown(value)));
    if (kind instanceof IdKind(String format) && format.equals(PRODUCT)) {
      ObjectNode uniforms = Json.object();
      uniforms.set("productIds", shown);
      return schema.withUniforms(uniforms);
    }
    return values.size() == 1 ? schema.with("const", shown.get(0)) : schema.with("enum", shown);
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    return kind.shown(stored);
  }

  @Override
  public String words(JsonNode stored) {
    return kind.words(stored);
  }
}
