package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;
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

  /**
   * Refuses a default that does not fit, as far as that is known before the page is asked.
   *
   * @param place where the field is, for people
   * @throws DefinitionProblem if it does not
   */
  public void requireFittingDefault(String place) {
    Starts.complaint(this).ifPresent(complaint -> {
      throw new DefinitionProblem(
          place,
          "@DefaultValue(\"%s\") does not fit: %s".formatted(defaultText, complaint),
          isList()
              ? "Write a list as JSON, as in [] or [1, 2]"
              : "Write a value that the field takes");
    });
  }
}
