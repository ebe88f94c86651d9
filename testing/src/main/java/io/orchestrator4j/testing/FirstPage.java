package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The page before a workflow's own ones: which product is ordered, or which subscription the workflow is about. */
public sealed interface FirstPage {

  /** The first page of a create workflow. */
  record OfProduct(String name) implements FirstPage {
    @Override
    public ObjectNode filledIn(Orchestrator orchestrator) {
      UUID productId = orchestrator.products().named(name).productId();
      return Json.object().put("product", productId.toString());
    }
  }

  /** The first page of all other workflows on subscriptions. */
  record OfSubscription(UUID subscriptionId) implements FirstPage {
    @Override
    public ObjectNode filledIn(Orchestrator orchestrator) {
      return Json.object().put("subscription_id", subscriptionId.toString());
    }
  }

  /** A product of this name is ordered. */
  static FirstPage product(String name) {
    return new OfProduct(name);
  }

  /** The workflow is about this subscription. */
  static FirstPage subscription(UUID subscriptionId) {
    return new OfSubscription(subscriptionId);
  }

  /** The workflow is about this subscription. */
  static FirstPage subscription(SubscriptionModel subscription) {
    return new OfSubscription(subscription.subscriptionId());
  }

  /**
   * What is sent.
   *
   * @throws IllegalArgumentException if there is no such product
   */
  ObjectNode filledIn(Orchestrator orchestrator);
}
