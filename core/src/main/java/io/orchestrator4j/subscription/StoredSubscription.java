package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import java.util.Map;
import java.util.UUID;

/**
 * A subscription's row.
 *
 * @param fixedInputs the texts of its product's fixed inputs by their names
 * @param historyRoom how many bytes of changes fit before the next snapshot is due
 */
record StoredSubscription(
    SubscriptionHeader header, Map<String, String> fixedInputs, int historyRoom) {

  StoredSubscription {
    fixedInputs = Map.copyOf(fixedInputs);
  }

  UUID id() {
    return header.subscriptionId();
  }
}
