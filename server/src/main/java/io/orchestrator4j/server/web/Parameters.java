package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.UuidText;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads single values from path, query and body, with the wire's words for what cannot be read. */
public final class Parameters {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

  private Parameters() {}

  /**
   * A UUID from the path.
   *
   * @throws InvalidRequest if it is none
   */
  public static UUID uuid(String name, String text) {
    return switch (UuidText.read(text)) {
      case UuidText.Valid(UUID uuid) -> uuid;
      case UuidText.Invalid(String reason) ->
        throw new InvalidRequest(Violation.noUuid(List.of("path", name), text, reason));
    };
  }

  /**
   * A text from the query, as it came.
   *
   * @throws InvalidRequest if it has more characters than allowed, or some that cannot be stored
   */
  public static @Nullable String text(String name, @Nullable String text, int most) {
    return text == null ? null : checked(List.of("query", name), text, most);
  }

  /**
   * A text from the body, as it came; null where it is null or missing.
   *
   * @throws InvalidRequest if it is none, has more characters than allowed, or some that cannot be stored
   */
  public static @Nullable String textOf(ObjectNode body, String name, int most) {
    JsonNode value = body.path(name);
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (!value.isString()) {
      throw new InvalidRequest(Violation.noText(List.of("body", name), value));
    }
    return checked(List.of("body", name), value.asString(), most);
  }

  /**
   * A yes or no from the body, as the wire takes it: a boolean, 0 or 1, or a word for one.
   *
   * @throws InvalidRequest if it is missing or none
   */
  public static boolean booleanOf(ObjectNode body, String name) {
    List<Object> location = List.of("body", name);
    JsonNode value = body.path(name);
    if (value.isMissingNode()) {
      throw new InvalidRequest(Violation.missing(location, body));
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (!value.isString() && !value.isNumber()) {
      throw new InvalidRequest(Violation.noBoolean(location, value));
    }
    return word(location, value);
  }

  /**
   * A yes or no from the query, as the wire takes it: a word for one, or 0 or 1.
   *
   * @throws InvalidRequest if it is none
   */
  public static boolean bool(String name, String text) {
    return word(List.of("query", name), Json.toTree(text));
  }

  private static boolean word(List<Object> location, JsonNode value) {
    return switch (value.asString().toLowerCase(Locale.ROOT)) {
      case "1", "true", "t", "yes", "y", "on" -> true;
      case "0", "false", "f", "no", "n", "off" -> false;
      default -> throw new InvalidRequest(Violation.unreadableBoolean(location, value));
    };
  }

  /**
   * A whole number that is not negative, from the path or the query.
   *
   * @param part {@code path} or {@code query}
   * @throws InvalidRequest if it is none, or has more than nine digits
   */
  public static int number(String part, String name, String text) {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new InvalidRequest(Violation.noNumber(List.of(part, name), text));
    }
    return Integer.parseInt(text);
  }

  private static String checked(List<Object> location, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      throw new InvalidRequest(Violation.textTooLong(location, text, most));
    }
    if (text.codePoints().anyMatch(Parameters::isNotStorable)) {
      throw new InvalidRequest(Violation.textNotStorable(location, text));
    }
    return text;
  }

  // NUL and halves of surrogate pairs: PostgreSQL keeps neither
  private static boolean isNotStorable(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
