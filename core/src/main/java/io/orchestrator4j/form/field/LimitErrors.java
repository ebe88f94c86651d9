package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Broken limits in the wire's words. */
final class LimitErrors {

  private LimitErrors() {}

  /**
   * The error of a limit that a value breaks.
   *
   * @param unique whether it is a list of different items, which has another name on the wire
   */
  static FieldError of(Limit limit, @Nullable Object value, boolean unique, JsonNode sent) {
    return switch (limit) {
      case Limit.AtLeast(int least) ->
        value instanceof List<?> list
            ? tooShort(least, list.size(), unique, sent)
            : length("string_too_short", "min_length", "at least", least, sent);
      case Limit.AtMost(int most) ->
        value instanceof List<?> list
            ? tooLong(most, list.size(), unique, sent)
            : length("string_too_long", "max_length", "at most", most, sent);
      case Limit.Matches(String pattern) ->
        FieldError.of(
            "string_pattern_mismatch",
            "String should match pattern '" + pattern + "'",
            sent,
            "pattern",
            StringNode.valueOf(pattern));
      case Limit.From(BigDecimal least, boolean inclusive) ->
        inclusive
            ? bound("greater_than_equal", "ge", "greater than or equal to", least, sent)
            : bound("greater_than", "gt", "greater than", least, sent);
      case Limit.To(BigDecimal most, boolean inclusive) ->
        inclusive
            ? bound("less_than_equal", "le", "less than or equal to", most, sent)
            : bound("less_than", "lt", "less than", most, sent);
      case Limit.MultipleOf(BigDecimal number) ->
        bound("multiple_of", "multiple_of", "a multiple of", number, sent);
      case Limit.MailAddress() -> FieldError.ofRule("value is not a valid email address", sent);
      case Limit.Other(String message) -> FieldError.ofRule(message, sent);
    };
  }

  static FieldError tooShort(int least, int found, boolean unique, JsonNode sent) {
    return size("too_short", "at least", "min_length", least, found, unique, sent);
  }

  static FieldError tooLong(int most, int found, boolean unique, JsonNode sent) {
    return size("too_long", "at most", "max_length", most, found, unique, sent);
  }

  private static FieldError size(
      String type,
      String words,
      String figure,
      int size,
      int found,
      boolean unique,
      JsonNode sent) {
    String name = unique ? "Value" : "List";
    ObjectNode context = Json.object();
    context.put("field_type", name);
    context.put(figure, size);
    context.put("actual_length", found);
    String message = "%s should have %s %d item%s after validation, not %d"
        .formatted(name, words, size, size == 1 ? "" : "s", found);
    return new FieldError(type, List.of(), message, sent, context);
  }

  private static FieldError length(
      String type, String figure, String words, int length, JsonNode sent) {
    String message =
        "String should have %s %d character%s".formatted(words, length, length == 1 ? "" : "s");
    return FieldError.of(type, message, sent, figure, Json.toTree(length));
  }

  private static FieldError bound(
      String type, String figure, String words, BigDecimal bound, JsonNode sent) {
    return FieldError.of(
        type,
        "Input should be %s %s".formatted(words, bound.toPlainString()),
        sent,
        figure,
        Limit.number(bound));
  }
}
