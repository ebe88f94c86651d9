package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.NumberKind;
import io.orchestrator4j.form.field.TextKind;
import io.orchestrator4j.form.field.YesOrNoKind;
import io.orchestrator4j.value.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;

/** Types that Jackson writes as one JSON value. */
final class SingleValues {

  private SingleValues() {}

  /** What values of a type are written as; empty where that is an object, a list or nothing. */
  static Optional<FieldKind> kindOf(Class<?> type) {
    Written written = new Written();
    try {
      Json.mapper().acceptJsonFormatVisitor(type, written);
    } catch (JacksonException _) {
      return Optional.empty();
    }
    return Optional.ofNullable(written.kind);
  }

  private static final class Written extends JsonFormatVisitorWrapper.Base {

    private @Nullable FieldKind kind;

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
      kind = new TextKind("");
      return new JsonStringFormatVisitor.Base();
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
      kind = new NumberKind(true);
      return new JsonIntegerFormatVisitor.Base();
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
      kind = new NumberKind(false);
      return new JsonNumberFormatVisitor.Base();
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
      kind = new YesOrNoKind();
      return new JsonBooleanFormatVisitor.Base();
    }
  }
}
