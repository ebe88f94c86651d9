package io.orchestrator4j.form;

import io.orchestrator4j.form.field.FieldError;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/**
 * A page whose answers are refused, with everything that is wrong with them, in the order of the fields.
 *
 * @param name the page's class
 */
public record InvalidPage(String name, List<FieldError> fieldErrors) {

  public InvalidPage {
    fieldErrors = List.copyOf(fieldErrors);
  }

  /** The wire's list of errors. */
  public ArrayNode errors() {
    ArrayNode errors = Json.mapper().createArrayNode();
    fieldErrors.forEach(error -> errors.add(error.toTree()));
    return errors;
  }

  /** All errors as a text for people. */
  public String detail() {
    return "%d validation error%s for %s\n%s"
        .formatted(
            fieldErrors.size(),
            fieldErrors.size() == 1 ? "" : "s",
            name,
            fieldErrors.stream().map(FieldError::toText).collect(Collectors.joining("\n")));
  }
}
