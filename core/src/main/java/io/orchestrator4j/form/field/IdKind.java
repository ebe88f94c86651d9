package io.orchestrator4j.form.field;

import io.orchestrator4j.value.UuidText;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A UUID.
 *
 * @param format what it identifies, such as {@code productId}; {@code uuid} where that is not said
 */
public record IdKind(String format) implements FieldKind {

  @Override
  public Converted convert(JsonNode sent) {
    if (!sent.isString()) {
      return Converted.wrong(
          "uuid_type", "UUID input should be a string, bytes or UUID object", sent);
    }
    return switch (UuidText.read(sent.stringValue())) {
      case UuidText.Valid(UUID id) -> Converted.value(id.toString());
      case UuidText.Invalid(String reason) ->
        Converted.wrong(FieldError.of(
            "uuid_parsing",
            "Input should be a valid UUID, " + reason,
            sent,
            "error",
            StringNode.valueOf(reason)));
    };
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("string", format);
  }
}
