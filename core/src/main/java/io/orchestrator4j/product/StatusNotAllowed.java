package io.orchestrator4j.product;

import java.util.stream.Collectors;

/** A subscription is to become what it must not become from where it is. */
public final class StatusNotAllowed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SubscriptionLifecycle from;
  private final SubscriptionLifecycle to;

  private StatusNotAllowed(String message, SubscriptionLifecycle from, SubscriptionLifecycle to) {
    super(message);
    this.from = from;
    this.to = to;
  }

  static StatusNotAllowed of(SubscriptionModel subscription, SubscriptionLifecycle to) {
    SubscriptionLifecycle from = subscription.status();
    String possible = from.successors().stream()
        .filter(subscription::mayBecome)
        .map(SubscriptionLifecycle::text)
        .collect(Collectors.joining(", "));
    return new StatusNotAllowed(
        "%s is %s and cannot become %s; %s"
            .formatted(
                subscription,
                from.text(),
                to.text(),
                possible.isEmpty() ? "nothing follows" : "it can become " + possible),
        from,
        to);
  }

  /** Where it is. */
  public SubscriptionLifecycle from() {
    return from;
  }

  /** Where it was to go. */
  public SubscriptionLifecycle to() {
    return to;
  }
}
