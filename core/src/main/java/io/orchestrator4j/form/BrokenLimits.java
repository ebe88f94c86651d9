package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The limits that a value breaks, in the wire's words. */
final class BrokenLimits {

  private BrokenLimits() {}

  static List<FieldError> of(
      Class<?> page,
      PageDefinition.FieldDefinition field,
      FieldRules<?, ?> rule,
      @Nullable Object value,
      JsonNode sent) {
    if (value instanceof List<?> list) {
      Optional<FieldError> wrong = ofList(rule, list, sent);
      if (wrong.isPresent()) {
        return List.of(wrong.get());
      }
    }
    return Limits.broken(page, field.component().name(), value).stream()
        .map(limit -> error(limit, value, sent))
        .toList();
  }

  private static Optional<FieldError> ofList(FieldRules<?, ?> rule, List<?> list, JsonNode sent) {
    FieldRules.Items items = rule.items();
    if (items != null && list.size() < items.least()) {
      return Optional.of(size("too_short", "at least", items.least(), list, sent, name(rule)));
    }
    if (items != null && list.size() > items.most()) {
      return Optional.of(size("too_long", "at most", items.most(), list, sent, name(rule)));
    }
    return rule.isUnique() && new HashSet<>(list).size() < list.size()
        ? Optional.of(FieldError.of("unique_list", "List must be unique", sent))
        : Optional.empty();
  }

  // lists of different items are called so on the wire
  private static String name(FieldRules<?, ?> rule) {
    return rule.isUnique() ? "Value" : "List";
  }

  private static FieldError error(Limits.Limit limit, @Nullable Object value, JsonNode sent) {
    return switch (limit) {
      case Limits.Limit.AtLeast(int least) ->
        value instanceof List<?> list
            ? size("too_short", "at least", least, list, sent, "List")
            : length("string_too_short", "min_length", "at least", least, sent);
      case Limits.Limit.AtMost(int most) ->
        value instanceof List<?> list
            ? size("too_long", "at most", most, list, sent, "List")
            : length("string_too_long", "max_length", "at most", most, sent);
      case Limits.Limit.Matches(String pattern) ->
        FieldError.of(
            "string_pattern_mismatch",
            "String should match pattern '" + pattern + "'",
            sent,
            "pattern",
            StringNode.valueOf(pattern));
      case Limits.Limit.From(BigDecimal least, boolean inclusive) ->
        inclusive
            ? bound("greater_than_equal", "ge", "greater than or equal to", least, sent)
            : bound("greater_than", "gt", "greater than", least, sent);
      case Limits.Limit.To(BigDecimal most, boolean inclusive) ->
        inclusive
            ? bound("less_than_equal", "le", "less than or equal to", most, sent)
            : bound("less_than", "lt", "less than", most, sent);
      case Limits.Limit.MailAddress() ->
        FieldError.ofRule("value is not a valid email address", sent);
      case Limits.Limit.Other(String message) -> FieldError.ofRule(message, sent);
    };
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
        number(bound));
  }

  static JsonNode number(BigDecimal number) {
    return number.scale() <= 0
        ? Json.read(number.toBigIntegerExact().toString())
        : Json.toTree(number);
  }

  private static FieldError size(
      String type, String words, int size, List<?> list, JsonNode sent, String name) {
    ObjectNode context = Json.object();
    context.put("field_type", name);
    context.put(type.equals("too_short") ? "min_length" : "max_length", size);
    context.put("actual_length", list.size());
    String message = "%s should have %s %d item%s after validation, not %d"
        .formatted(name, words, size, size == 1 ? "" : "s", list.size());
    return new FieldError(type, List.of(), message, sent, context);
  }
}
