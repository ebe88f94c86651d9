package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A point in time that is picked from a calendar; clients send it as seconds since 1970. */
public record TimestampKind(
    Picker picker, @Nullable Instant earliest, @Nullable Instant latest) implements FieldKind {

  /** How the calendar looks; an empty text leaves it to the client. */
  public record Picker(boolean time, String locale, String dateFormat, String timeFormat) {}

  @Override
  public Converted convert(JsonNode sent) {
    if (!sent.isNumber() && !sent.isString()) {
      return Converted.wrong("int_type", "Input should be a valid integer", sent);
    }
    try {
      Instant time = parse(sent).toInstant();
      return outside(time)
          .map(limit -> Converted.wrong(LimitErrors.of(limit, null, false, sent)))
          .orElseGet(() -> Converted.value(time.toString()));
    } catch (DateTimeException _) {
      return NumberKind.unreadable(sent);
    }
  }

  private static OffsetDateTime parse(JsonNode sent) {
    if (sent.isNumber()) {
      return Times.ofEpoch(sent);
    }
    String text = sent.stringValue().strip();
    boolean isNumber = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    return isNumber ? Times.ofEpoch(Json.toTree(new BigDecimal(text))) : Times.parse(text);
  }

  private Optional<Limit> outside(Instant time) {
    if (earliest != null && time.isBefore(earliest)) {
      return Optional.of(new Limit.From(BigDecimal.valueOf(earliest.getEpochSecond()), true));
    }
    return latest != null && time.isAfter(latest)
        ? Optional.of(new Limit.To(BigDecimal.valueOf(latest.getEpochSecond()), true))
        : Optional.empty();
  }

  @Override
  public Schema schema(Definitions definitions) {
    ObjectNode uniforms = Json.object();
    uniforms.set("dateFormat", text(picker.dateFormat()));
    uniforms.set("locale", text(picker.locale()));
    uniforms.set("max", seconds(latest));
    uniforms.set("min", seconds(earliest));
    uniforms.put("showTimeSelect", picker.time());
    uniforms.set("timeFormat", text(picker.timeFormat()));
    Schema schema = Schema.ofType("number", "timestamp").withUniforms(uniforms);
    if (earliest != null) {
      schema.with("minimum", seconds(earliest));
    }
    if (latest != null) {
      schema.with("maximum", seconds(latest));
    }
    return schema;
  }

  private static JsonNode text(String text) {
    return Json.toTree(text.isEmpty() ? null : text);
  }

  private static JsonNode seconds(@Nullable Instant time) {
    return Json.toTree(time == null ? null : time.getEpochSecond());
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    return stored.isString() ? seconds(Instant.parse(stored.stringValue())) : stored;
  }
}
