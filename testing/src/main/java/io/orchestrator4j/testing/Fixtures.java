package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.product.SubscriptionModel;

/** Subscriptions that are there already when a test begins: stored without a workflow. */
public final class Fixtures {

  private final Orchestrator orchestrator;

  private Fixtures(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  /** The fixtures of an orchestrator. */
  public static Fixtures of(Orchestrator orchestrator) {
    return new Fixtures(orchestrator);
  }

  /**
   * A subscription of a product type, which is stored when it is said what it is: in sync, active, of the only product
   * and the first customer, unless said otherwise.
   */
  public <S extends SubscriptionModel> SubscriptionFixture<S> subscription(Class<S> type) {
    return new SubscriptionFixture<>(orchestrator, type);
  }
}
