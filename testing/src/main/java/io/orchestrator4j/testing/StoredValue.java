package io.orchestrator4j.testing;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.State;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares values in the form in which they are stored, so that an {@code int} is what a {@code long} is. */
final class StoredValue {

  private StoredValue() {}

  /** What is wrong with the value under a key; null if it is the expected one. */
  static @Nullable String complaint(State state, String key, @Nullable Object expected) {
    if (!state.has(key)) {
      return "Expected '%s' in the State, which has %s".formatted(key, state.keys());
    }
    JsonNode found = stored(state.toTree().get(key));
    JsonNode wanted = stored(expected);
    return found.equals(wanted)
        ? null
        : "Expected '%s' to be %s in the State, found %s".formatted(key, wanted, found);
  }

  private static JsonNode stored(@Nullable Object value) {
    return Json.read(Json.write(Json.toTree(value)));
  }
}
