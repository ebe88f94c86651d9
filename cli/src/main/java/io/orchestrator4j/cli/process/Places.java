package io.orchestrator4j.cli.process;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a suspended process waits, as the server describes it. */
final class Places {

  private Places() {}

  static @Nullable String of(JsonNode process) {
    JsonNode place = process.path("place");
    return place.isString() ? place.asString() : null;
  }
}
