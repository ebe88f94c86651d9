package io.orchestrator4j.form.field;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What came of converting an answer. */
public sealed interface Converted {

  /** The value in its stored form. */
  record Value(JsonNode stored) implements Converted {}

  /** What is wrong with what was sent. */
  record Wrong(List<FieldError> errors) implements Converted {
    public Wrong {
      errors = List.copyOf(errors);
    }
  }

  static Converted value(JsonNode stored) {
    return new Value(stored);
  }

  static Converted value(String stored) {
    return new Value(StringNode.valueOf(stored));
  }

  static Converted wrong(FieldError error) {
    return new Wrong(List.of(error));
  }

  static Converted wrong(String type, String message, JsonNode sent) {
    return wrong(FieldError.of(type, message, sent));
  }
}
