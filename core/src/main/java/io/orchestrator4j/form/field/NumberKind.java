package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;

/** A number. */
public record NumberKind(boolean whole) implements FieldKind {

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(_\\d+)*(\\.0*)?");
  // beyond it, writing a number out would take more memory than it is worth
  private static final int LONGEST = 1_000;

  @Override
  public Converted convert(JsonNode sent) {
    if (sent.isBoolean()) {
      return Converted.value(Json.toTree(sent.booleanValue() ? 1 : 0));
    }
    return whole ? wholeNumber(sent) : decimalNumber(sent);
  }

  private static Converted wholeNumber(JsonNode sent) {
    if (sent.isIntegralNumber()) {
      return Converted.value(sent);
    }
    if (sent.isNumber()) {
      BigDecimal number = sent.decimalValue().stripTrailingZeros();
      return number.scale() <= 0 && number.scale() > -LONGEST
          ? Converted.value(whole(number))
          : Converted.wrong(
              "int_from_float",
              "Input should be a valid integer, got a number with a fractional part",
              sent);
    }
    if (!sent.isString()) {
      return Converted.wrong("int_type", "Input should be a valid integer", sent);
    }
    String text = sent.stringValue().strip();
    return text.length() < LONGEST && WHOLE.matcher(text).matches()
        ? Converted.value(whole(new BigDecimal(text.replace("_", ""))))
        : unreadable(sent);
  }

  static Converted unreadable(JsonNode sent) {
    return Converted.wrong(
        "int_parsing",
        "Input should be a valid integer, unable to parse string as an integer",
        sent);
  }

  // read from text, so that the node is of the kind that reading it back gives
  private static JsonNode whole(BigDecimal number) {
    return Json.read(number.toBigInteger().toString());
  }

  private static Converted decimalNumber(JsonNode sent) {
    if (sent.isNumber()) {
      return Converted.value(sent);
    }
    if (!sent.isString()) {
      return Converted.wrong("float_type", "Input should be a valid number", sent);
    }
    try {
      return Converted.value(
          DecimalNode.valueOf(new BigDecimal(sent.stringValue().strip().replace("_", ""))));
    } catch (NumberFormatException _) {
      return Converted.wrong(
          "float_parsing",
          "Input should be a valid number, unable to parse string as a number",
          sent);
    }
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType(whole ? "integer" : "number");
  }
}
