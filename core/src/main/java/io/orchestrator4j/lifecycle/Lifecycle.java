package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.workflow.Target;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What may happen to subscriptions, as a service for authors. It can be handed to authors' classes before the
 * orchestrator starts, and is of use once it has. Thread-safe.
 */
public final class Lifecycle {

  private final Supplier<StartableWorkflows> startable;

  /** A service that asks what is there when it is called. */
  public Lifecycle(Supplier<StartableWorkflows> startable) {
    this.startable = startable;
  }

  /**
   * The names of the workflows of a target that may start on a subscription now, in order.
   *
   * @throws IllegalArgumentException if there is no such subscription
   */
  public List<String> usable(UUID subscriptionId, Target target) {
    SubscriptionHeader found = startable
        .get()
        .find(subscriptionId)
        .orElseThrow(() -> new IllegalArgumentException(
            "Subscription with id: %s, does not exist".formatted(subscriptionId)));
    return startable.get().of(found).workflows().stream()
        .filter(each -> each.isStartable() && each.workflow().target() == target)
        .map(UsableWorkflow::name)
        .toList();
  }
}
