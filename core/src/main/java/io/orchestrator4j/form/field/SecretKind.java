package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A text that is not shown to anybody once it was entered: not as default, and not in an error. */
public record SecretKind() implements FieldKind {

  /** What stands for a secret wherever people look. */
  public static final String MASK = "**********";

  @Override
  public Converted convert(JsonNode sent) {
    return TextKind.read(sent);
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("string")
        .withUniforms(Json.object().put("password", true).put("sensitive", true));
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    return StringNode.valueOf(MASK);
  }

  @Override
  public String words(JsonNode stored) {
    return MASK;
  }

  @Override
  public JsonNode repeatable(JsonNode sent) {
    return sent.isNull() ? sent : StringNode.valueOf(MASK);
  }
}
