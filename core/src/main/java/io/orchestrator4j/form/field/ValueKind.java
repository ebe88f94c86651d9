package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import io.orchestrator4j.value.OneValueRecords;
import io.orchestrator4j.value.ValueType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A value of a type that is not ours, written as one JSON value; its own class judges what it takes.
 *
 * @param kind what it is written as
 * @param limits what the value inside is held to
 */
public record ValueKind(FieldKind kind, ValueType<?> type, FieldLimits limits)
    implements FieldKind {

  @Override
  public Converted convert(JsonNode sent) {
    return switch (kind.convert(sent)) {
      case Converted.Wrong wrong -> wrong;
      case Converted.Value(JsonNode written) -> matches(written) ? read(written, sent) : odd(sent);
    };
  }

  private boolean matches(JsonNode written) {
    return type.pattern().isEmpty()
        || Pattern.compile(type.pattern()).matcher(written.asString()).find();
  }

  private Converted odd(JsonNode sent) {
    return Converted.wrong(LimitErrors.of(new Limit.Matches(type.pattern()), null, false, sent));
  }

  private Converted read(JsonNode written, JsonNode sent) {
    try {
      Object bare = OneValueRecords.bare(Json.fromTree(written, type.type()));
      if (bare == null) {
        return Converted.wrong(FieldError.ofRule(unreadable(), sent));
      }
      List<BrokenLimit> broken = limits.broken(bare);
      return broken.isEmpty()
          ? Converted.value(Json.toTree(bare))
          : new Converted.Wrong(broken.stream()
              .map(each -> LimitErrors.of(each.limit(), bare, false, sent))
              .toList());
    } catch (NotConvertible e) {
      return Converted.wrong(FieldError.ofRule(reason(e), sent));
    }
  }

  /** What the class itself says. */
  private String reason(NotConvertible e) {
    @Nullable Throwable cause = e.getCause();
    while (cause instanceof JacksonException) {
      cause = cause.getCause();
    }
    String message = cause == null ? null : cause.getMessage();
    return message == null ? unreadable() : message;
  }

  private String unreadable() {
    return "Input should be a valid " + type.type().getSimpleName();
  }

  @Override
  public Schema schema(Definitions definitions) {
    Schema schema = kind.schema(definitions);
    limits.all().forEach(limit -> limit.addTo(schema));
    if (!type.format().isEmpty()) {
      schema.with("format", type.format());
    }
    if (!type.pattern().isEmpty()) {
      schema.with("pattern", type.pattern());
    }
    if (!type.examples().isEmpty()) {
      schema.with("examples", Json.toTree(type.examples()));
    }
    return schema;
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    return kind.shown(stored);
  }

  @Override
  public String words(JsonNode stored) {
    try {
      Object value = Json.fromTree(stored, type.type());
      return value == null ? "" : type.show(value);
    } catch (NotConvertible _) {
      return Words.of(stored);
    }
  }
}
