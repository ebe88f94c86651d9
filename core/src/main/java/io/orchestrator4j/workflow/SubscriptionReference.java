package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the State has of a domain model: which subscription it was, and as of which version. Stored as an object of these
 * two keys.
 */
public record SubscriptionReference(UUID subscriptionId, int version) {

  private static final String ID = "subscription_id";
  private static final String VERSION = "version";

  /** A reference to a subscription as it was loaded. */
  public static SubscriptionReference of(SubscriptionModel subscription) {
    return new SubscriptionReference(subscription.subscriptionId(), subscription.version());
  }

  /** The reference that a tree is; empty where it is something else. */
  public static Optional<SubscriptionReference> read(@Nullable JsonNode tree) {
    if (!(tree instanceof ObjectNode object)
        || object.size() != 2
        || !object.path(ID).isString()
        || !object.path(VERSION).isInt()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SubscriptionReference(
          UUID.fromString(object.path(ID).stringValue()), object.path(VERSION).intValue()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The stored form. */
  public ObjectNode toTree() {
    return Json.object().put(ID, subscriptionId.toString()).put(VERSION, version);
  }
}
