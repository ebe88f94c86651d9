package io.orchestrator4j.form;

import io.orchestrator4j.form.page.RecordComponents;
import io.orchestrator4j.form.page.Stored;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records and the keys of the State that their components become. */
public final class Pages {

  private Pages() {}

  /** The keys of a record: one per component that is not only shown. */
  public static List<String> keys(Class<? extends Record> type) {
    return RecordComponents.of(type).stream()
        .filter(component -> !component.isDisplayOnly())
        .map(RecordComponents.Component::key)
        .toList();
  }

  /** The keys of those components that people are not shown once they were entered. */
  public static List<String> secretKeys(Class<? extends Record> type) {
    return RecordComponents.of(type).stream()
        .filter(component -> component.annotation(Password.class) != null)
        .map(RecordComponents.Component::key)
        .toList();
  }

  /** The components of a page under their keys, without those that are only shown. */
  public static ObjectNode toState(Record page) {
    return Stored.components(page);
  }

  /**
   * A record put together from its keys; components that are only shown are null.
   *
   * @throws NotConvertible if a value does not fit its component
   */
  public static <R extends Record> R fromState(Class<R> type, ObjectNode state) {
    List<RecordComponents.Component> components = RecordComponents.of(type);
    @Nullable Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      RecordComponents.Component component = components.get(i);
      JsonNode value = component.isDisplayOnly() ? null : state.get(component.key());
      values[i] = value == null ? null : Json.fromTree(value, component.type());
    }
    return RecordComponents.create(type, values);
  }
}
