package io.orchestrator4j.form.field;

import tools.jackson.databind.JsonNode;

/**
 * Text.
 *
 * @param format how it is entered, such as {@code long}; empty for a line
 */
public record TextKind(String format) implements FieldKind {

  @Override
  public Converted convert(JsonNode sent) {
    return read(sent);
  }

  static Converted read(JsonNode sent) {
    return sent.isString()
        ? Converted.value(sent)
        : Converted.wrong("string_type", "Input should be a valid string", sent);
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("string", format);
  }
}
