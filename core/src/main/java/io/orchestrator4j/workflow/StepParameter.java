package io.orchestrator4j.workflow;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the value of a step's or form's parameter comes from. */
sealed interface StepParameter {

  /** All of the State. */
  record WholeState() implements StepParameter {}

  /** What the step can ask about its own run. */
  record Context() implements StepParameter {}

  /** The form that a form method asks with. */
  record Asking() implements StepParameter {}

  /** One key of the State. */
  record Key(
      String name,
      String key,
      Type type,
      boolean nullable,
      @Nullable JsonNode defaultValue) implements StepParameter {}

  /** A record put together from a key per component; null if nullable and no key is there. */
  record Components(String name, Class<? extends Record> type, boolean nullable)
      implements StepParameter {}
}
