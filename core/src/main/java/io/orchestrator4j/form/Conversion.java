package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes of what was sent what a field takes, leniently, as clients of the wire rely on: numbers and
 * truth values may be texts. The result is JSON in the one form that is stored.
 */
final class Conversion {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(_\\d+)*(\\.0*)?");
  private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

  private Conversion() {}

  /** What came of a conversion. */
  sealed interface Result {

    /** The value in its stored form. */
    record Value(JsonNode value) implements Result {}

    /** What is wrong with what was sent. */
    record Wrong(List<FieldError> errors) implements Result {}
  }

  /** Converts what was sent to a field; the options are those that the rules of the page offer. */
  static Result convert(FieldKind kind, JsonNode input, List<Option<String>> options) {
    return switch (kind) {
      case FieldKind.Text _ ->
        input.isString()
            ? value(input)
            : wrong("string_type", "Input should be a valid string", input);
      case FieldKind.WholeNumber() -> wholeNumber(input);
      case FieldKind.DecimalNumber() -> decimalNumber(input);
      case FieldKind.YesOrNo() -> yesOrNo(input);
      case FieldKind.UniqueId() -> uniqueId(input);
      case FieldKind.Date() -> date(input);
      case FieldKind.DateTime(boolean local) -> dateTime(input, local);
      case FieldKind.Enumeration enumeration -> oneOf(input, enumeration.options());
      case FieldKind.Chosen _ -> oneOf(input, options);
      case FieldKind.Items(FieldKind item) -> items(item, input, options);
      case FieldKind.Shown() -> value(Json.mapper().nullNode());
    };
  }

  /** The values of a list of options, in the wire's words. */
  static String expected(List<String> values) {
    List<String> quoted = values.stream().map(value -> "'" + value + "'").toList();
    if (quoted.size() < 2) {
      return String.join("", quoted);
    }
    return quoted.stream().limit(quoted.size() - 1L).collect(Collectors.joining(", ")) + " or "
        + quoted.getLast();
  }

  private static Result wholeNumber(JsonNode input) {
    if (input.isIntegralNumber()) {
      return value(input);
    }
    if (input.isBoolean()) {
      return value(Json.toTree(input.booleanValue() ? 1 : 0));
    }
    if (input.isNumber()) {
      BigDecimal number = input.decimalValue();
      return number.stripTrailingZeros().scale() <= 0
          ? value(whole(number))
          : wrong(
              "int_from_float",
              "Input should be a valid integer, got a number with a fractional part",
              input);
    }
    if (!input.isString()) {
      return wrong("int_type", "Input should be a valid integer", input);
    }
    String text = input.stringValue().strip();
    return WHOLE.matcher(text).matches()
        ? value(whole(new BigDecimal(text.replace("_", ""))))
        : wrong(
            "int_parsing",
            "Input should be a valid integer, unable to parse string as an integer",
            input);
  }

  // read from text, so that the node is of the kind that reading it back gives
  private static JsonNode whole(BigDecimal number) {
    return Json.read(number.toBigInteger().toString());
  }

  private static Result decimalNumber(JsonNode input) {
    if (input.isNumber()) {
      return value(input);
    }
    if (input.isBoolean()) {
      return value(Json.toTree(input.booleanValue() ? 1 : 0));
    }
    if (!input.isString()) {
      return wrong("float_type", "Input should be a valid number", input);
    }
    try {
      return value(
          DecimalNode.valueOf(new BigDecimal(input.stringValue().strip().replace("_", ""))));
    } catch (NumberFormatException _) {
      return wrong(
          "float_parsing",
          "Input should be a valid number, unable to parse string as a number",
          input);
    }
  }

  private static Result yesOrNo(JsonNode input) {
    if (input.isBoolean()) {
      return value(input);
    }
    if (!input.isString() && !input.isNumber()) {
      return wrong("bool_type", "Input should be a valid boolean", input);
    }
    String text = input.asString().toLowerCase(Locale.ROOT);
    if (YES.contains(text) || NO.contains(text)) {
      return value(BooleanNode.valueOf(YES.contains(text)));
    }
    return wrong(
        "bool_parsing", "Input should be a valid boolean, unable to interpret input", input);
  }

  private static Result uniqueId(JsonNode input) {
    if (!input.isString()) {
      return wrong("uuid_type", "UUID input should be a string, bytes or UUID object", input);
    }
    try {
      String text = input.stringValue().toLowerCase(Locale.ROOT);
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return value(StringNode.valueOf(text));
      }
    } catch (IllegalArgumentException _) {
      // as below
    }
    return wrong("uuid_parsing", "Input should be a valid UUID, unable to read it as one", input);
  }

  private static Result date(JsonNode input) {
    if (input.isNumber()) {
      LocalDateTime time = ofEpoch(input).toLocalDateTime();
      return exactDate(time, input);
    }
    if (!input.isString()) {
      return wrong("date_type", "Input should be a valid date", input);
    }
    String text = input.stringValue().strip();
    try {
      return text.length() <= 10
          ? value(date(LocalDate.parse(text)))
          : exactDate(local(text), input);
    } catch (DateTimeException _) {
      return wrong(
          "date_from_datetime_parsing",
          "Input should be a valid date or datetime, " + complaint(text, "year"),
          input);
    }
  }

  private static Result exactDate(LocalDateTime time, JsonNode input) {
    return time.toLocalTime().toNanoOfDay() == 0
        ? value(date(time.toLocalDate()))
        : wrong(
            "date_from_datetime_inexact",
            "Datetimes provided to dates should have zero time - e.g. be exact dates",
            input);
  }

  private static Result dateTime(JsonNode input, boolean local) {
    if (input.isNumber()) {
      return value(time(ofEpoch(input), local));
    }
    if (!input.isString()) {
      return wrong("datetime_type", "Input should be a valid datetime", input);
    }
    String text = input.stringValue().strip();
    try {
      return value(time(offset(text), local));
    } catch (DateTimeException _) {
      return wrong(
          "datetime_from_date_parsing",
          "Input should be a valid datetime or date, " + complaint(text, "year"),
          input);
    }
  }

  private static String complaint(String text, String part) {
    return text.length() < 10 ? "input is too short" : "invalid character in " + part;
  }

  private static JsonNode date(LocalDate date) {
    return StringNode.valueOf(date.toString());
  }

  private static JsonNode time(OffsetDateTime time, boolean local) {
    DateTimeFormatter format =
        local ? DateTimeFormatter.ISO_LOCAL_DATE_TIME : DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    return StringNode.valueOf(format.format(time));
  }

  private static OffsetDateTime ofEpoch(JsonNode seconds) {
    BigDecimal nanos = seconds.decimalValue().movePointRight(9);
    Instant time = Instant.EPOCH
        .plusSeconds(seconds.decimalValue().longValue())
        .plusNanos(nanos.longValue() % 1_000_000_000L);
    return time.atOffset(ZoneOffset.UTC);
  }

  private static LocalDateTime local(String text) {
    return offset(text).toLocalDateTime();
  }

  // a date, or a date and a time with or without seconds and offset; without an offset it is UTC
  private static OffsetDateTime offset(String text) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
        text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime known
        ? known
        : LocalDateTime.from(time).atOffset(ZoneOffset.UTC);
  }

  private static Result oneOf(JsonNode input, List<Option<String>> options) {
    String text = input.isValueNode() && !input.isNull() ? input.asString() : null;
    List<String> values = options.stream().map(Option::value).toList();
    if (text != null && values.contains(text)) {
      return value(StringNode.valueOf(text));
    }
    String expected = expected(values);
    return new Result.Wrong(List.of(FieldError.of(
        "enum", "Input should be " + expected, input, "expected", StringNode.valueOf(expected))));
  }

  private static Result items(FieldKind kind, JsonNode input, List<Option<String>> options) {
    if (!input.isArray()) {
      return wrong("list_type", "Input should be a valid list", input);
    }
    ArrayNode items = Json.mapper().createArrayNode();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < input.size(); i++) {
      int number = i;
      switch (convert(kind, input.get(i), options)) {
        case Result.Value(JsonNode item) -> items.add(item);
        case Result.Wrong(List<FieldError> wrong) ->
          wrong.forEach(error -> errors.add(error.in(number)));
      }
    }
    return errors.isEmpty() ? value(items) : new Result.Wrong(errors);
  }

  private static Result value(JsonNode value) {
    return new Result.Value(value);
  }

  private static Result wrong(String type, String message, JsonNode input) {
    return new Result.Wrong(List.of(FieldError.of(type, message, input)));
  }
}
