package io.orchestrator4j.value;

import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A stored JSON value does not fit the Java type that was asked for. */
public final class NotConvertible extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 120;

  private NotConvertible(String message, Throwable cause) {
    super(message, cause);
  }

  static NotConvertible of(JsonNode tree, Type type, JacksonException cause) {
    String text = tree.toString();
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return new NotConvertible(
        "%s cannot be read as %s: %s"
            .formatted(shown, type.getTypeName(), cause.getOriginalMessage()),
        cause);
  }
}
