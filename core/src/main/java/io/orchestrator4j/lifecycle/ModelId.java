package io.orchestrator4j.lifecycle;

import io.orchestrator4j.workflow.StepParameter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the id of a subscription in what the State has of it. */
final class ModelId {

  /** The key of the subscription that a process is about. */
  static final String SUBSCRIPTION = "subscription";

  /** The key of its id. */
  static final String SUBSCRIPTION_ID = "subscription_id";

  /** The key of what subscriptions were before the process locked them. */
  static final String OLD_SUBSCRIPTIONS = "__old_subscriptions__";

  private ModelId() {}

  /** The id under which a parameter's subscription is loaded. */
  static UUID of(StepParameter.Model parameter, JsonNode stored) {
    UUID id = in(stored);
    if (id == null) {
      throw new IllegalArgumentException(
          "%s: the key '%s' for the parameter '%s' has %s; a %s is loaded by its id, or by an object that has it as subscription_id"
              .formatted(
                  parameter.place(),
                  parameter.key(),
                  parameter.name(),
                  shown(stored),
                  parameter.type().getSimpleName()));
    }
    return id;
  }

  static IllegalArgumentException noList(StepParameter.Model parameter, JsonNode stored) {
    return new IllegalArgumentException(
        "%s: the key '%s' for the parameter '%s' has %s; a list of ids of %s is needed"
            .formatted(
                parameter.place(),
                parameter.key(),
                parameter.name(),
                shown(stored),
                parameter.type().getSimpleName()));
  }

  /** The id of the subscription that a process is about. */
  static UUID ofProcess(ObjectNode state) {
    UUID id = in(state.path(SUBSCRIPTION_ID));
    if (id == null) {
      id = in(state.path(SUBSCRIPTION));
    }
    if (id == null) {
      throw new IllegalStateException(
          "The State has no subscription: this step needs the key 'subscription_id' or 'subscription'; an earlier step has to return the subscription, or the form its id");
    }
    return id;
  }

  private static @Nullable UUID in(JsonNode stored) {
    JsonNode id = stored.isObject() ? stored.path(SUBSCRIPTION_ID) : stored;
    if (!id.isString()) {
      return null;
    }
    try {
      return UUID.fromString(id.stringValue());
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static String shown(JsonNode stored) {
    String text = stored.toString();
    int most = 100;
    return text.length() <= most ? text : text.substring(0, most) + "...";
  }
}
