package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the value of a step's or form's parameter comes from. */
public sealed interface StepParameter {

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

  /**
   * A domain model, loaded by the id that the State has under the key.
   *
   * @param place the method that has the parameter, for people
   * @param type a product type's class, {@code SubscriptionModel}, or an interface that product types implement
   * @param list whether it is a list of them, from a list of ids
   * @param lifecycles the statuses of which its subscription must have one; empty where any will do
   */
  record Model(
      String place,
      String name,
      String key,
      Class<?> type,
      boolean list,
      boolean nullable,
      Set<SubscriptionLifecycle> lifecycles)
      implements StepParameter {

    public Model {
      lifecycles = Set.copyOf(lifecycles);
    }
  }

  /** A record put together from a key per component; null if nullable and no key is there. */
  record Components(String name, Class<? extends Record> type, boolean nullable)
      implements StepParameter {}
}
