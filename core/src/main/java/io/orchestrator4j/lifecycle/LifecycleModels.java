package io.orchestrator4j.lifecycle;

import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.workflow.StepModels;
import io.orchestrator4j.workflow.StepUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads domain models for steps, and saves them with their results. Thread-safe. */
public final class LifecycleModels implements StepModels {

  private final SubscriptionStore store;

  /** For the subscriptions of a database. */
  public LifecycleModels(SubscriptionStore store) {
    this.store = store;
  }

  @Override
  public StepUnit open(@Nullable UUID processId, String actor) {
    return new LifecycleUnit(store.open(processId, actor), processId);
  }
}
