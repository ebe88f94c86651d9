package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.Arrays;

/** Statuses as the database has them. */
final class Statuses {

  private Statuses() {}

  static String[] texts(SubscriptionLifecycle... statuses) {
    return Arrays.stream(statuses).map(SubscriptionLifecycle::text).toArray(String[]::new);
  }
}
