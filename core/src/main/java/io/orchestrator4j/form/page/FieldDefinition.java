package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.FieldLimits;
import io.orchestrator4j.form.field.InputField;
import org.jspecify.annotations.Nullable;

/**
 * A field as its component declares it.
 *
 * @param defaultText null where none is declared
 * @param limits what the annotations demand
 */
public record FieldDefinition(
    RecordComponents.Component component,
    Declared declared,
    InputField.Look look,
    @Nullable String defaultText,
    FieldLimits limits) {

  /** Whether it is only shown. */
  public boolean isShown() {
    return declared instanceof Declared.Shows;
  }

  /** Whether it is a list in Java. */
  public boolean isList() {
    return declared.isList();
  }
}
