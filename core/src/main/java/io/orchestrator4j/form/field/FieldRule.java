package io.orchestrator4j.form.field;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a form for one field, asked when its value is right by itself. */
@FunctionalInterface
public interface FieldRule {

  /** No rules. */
  FieldRule NONE = (value, values, wrong) -> null;

  /**
   * What is wrong with a value; null where nothing is.
   *
   * @param values all values of the page, by the names of their components
   * @param wrong the components whose values are not right
   */
  @Nullable
  String complaint(@Nullable Object value, Map<String, @Nullable Object> values, Set<String> wrong);
}
