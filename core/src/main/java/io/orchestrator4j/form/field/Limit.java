package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** One limit that an annotation sets to a value, as the wire knows it. */
public sealed interface Limit {

  /** At least so many letters or items. */
  record AtLeast(int size) implements Limit {}

  /** At most so many letters or items. */
  record AtMost(int size) implements Limit {}

  record Matches(String pattern) implements Limit {}

  record From(BigDecimal least, boolean inclusive) implements Limit {}

  record To(BigDecimal most, boolean inclusive) implements Limit {}

  record MultipleOf(BigDecimal number) implements Limit {}

  record MailAddress() implements Limit {}

  /** Any other constraint, which explains itself. */
  record Other(String message) implements Limit {}

  /** Adds it to the schema of a value. */
  default void addTo(Schema schema) {
    boolean ofItems = schema.has("items");
    switch (this) {
      case AtLeast(int size) -> schema.with(ofItems ? "minItems" : "minLength", size);
      case AtMost(int size) -> schema.with(ofItems ? "maxItems" : "maxLength", size);
      case Matches(String pattern) -> schema.with("pattern", pattern);
      case From(BigDecimal least, boolean inclusive) ->
        schema.with(inclusive ? "minimum" : "exclusiveMinimum", number(least));
      case To(BigDecimal most, boolean inclusive) ->
        schema.with(inclusive ? "maximum" : "exclusiveMaximum", number(most));
      case MultipleOf(BigDecimal number) -> schema.with("multipleOf", number(number));
      case MailAddress() -> schema.with("format", "email");
      case Other _ -> {
        // explains itself when it is broken
      }
    }
  }

  static JsonNode number(BigDecimal number) {
    return number.scale() <= 0
        ? Json.read(number.toBigIntegerExact().toString())
        : Json.toTree(number);
  }
}
