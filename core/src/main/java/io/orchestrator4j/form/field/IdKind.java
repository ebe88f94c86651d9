package io.orchestrator4j.form.field;

import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

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
    String text = sent.stringValue().toLowerCase(Locale.ROOT);
    return isId(text)
        ? Converted.value(text)
        : Converted.wrong(
            "uuid_parsing", "Input should be a valid UUID, unable to read it as one", sent);
  }

  // Java takes shorter ones, too
  private static boolean isId(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("string", format);
  }
}
