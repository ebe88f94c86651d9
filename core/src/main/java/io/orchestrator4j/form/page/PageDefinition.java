package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.AskedPage;
import java.util.List;

/**
 * A page, or a small form inside one, as its class declares it; read once.
 *
 * @param type its class; a map where it has none
 */
public record PageDefinition<P>(
    Class<?> type, String name, List<FieldDefinition> fields, AskedPage.Assembly<P> assembly) {

  public PageDefinition {
    fields = List.copyOf(fields);
  }

  /**
   * The field of a component.
   *
   * @throws DefinitionProblem if there is no such component
   */
  public FieldDefinition field(String componentName) {
    return fields.stream()
        .filter(field -> field.component().name().equals(componentName))
        .findFirst()
        .orElseThrow(() -> new DefinitionProblem(
            name,
            "it has no component '" + componentName + "'",
            "Name one of its own components by reference, as in %s::name".formatted(name)));
  }

  /** The fields that are filled in. */
  public List<FieldDefinition> inputs() {
    return fields.stream().filter(field -> !field.isShown()).toList();
  }

  /** Where a field is, for people. */
  String place(FieldDefinition field) {
    return name + "." + field.component().name();
  }
}
