package io.orchestrator4j.value;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A stored JSON value does not fit the Java type that was asked for. */
public final class NotConvertible extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 120;

  private NotConvertible(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static NotConvertible secret() {
    return new NotConvertible(
        "A secret cannot be decrypted: it was changed, or encrypted under a key that is no longer in orchestrator.secrets.keys. Add that key behind the current one",
        null);
  }

  /** The same, saying where the value stands. */
  public NotConvertible at(String place) {
    return new NotConvertible(place + ": " + getMessage(), getCause());
  }

  /** The same of something that must not be shown. */
  public NotConvertible withoutValue(Type type) {
    return new NotConvertible(
        "A secret cannot be read as %s; take it as a String or a Secret"
            .formatted(type.getTypeName()),
        null);
  }

  static NotConvertible of(JsonNode tree, Type type, JacksonException cause) {
    String text = tree.toString();
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    if (type instanceof Class<?> constants && constants.isEnum()) {
      return new NotConvertible(
          "%s cannot be read as %s; it is one of %s"
              .formatted(shown, constants.getSimpleName(), texts(constants)),
          cause);
    }
    return new NotConvertible(
        "%s cannot be read as %s: %s"
            .formatted(shown, type.getTypeName(), cause.getOriginalMessage()),
        cause);
  }

  private static String texts(Class<?> constants) {
    return Arrays.stream(constants.getEnumConstants())
        .map(constant -> Json.toTree(constant).asString())
        .collect(Collectors.joining(", "));
  }
}
