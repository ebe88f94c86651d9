package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import java.util.List;

/**
 * A subscription that is not as its classes say.
 *
 * @param problems why it cannot be loaded, or what its status demands and it does not have
 */
public record BrokenSubscription(SubscriptionHeader subscription, List<String> problems) {

  public BrokenSubscription {
    problems = List.copyOf(problems);
  }
}
