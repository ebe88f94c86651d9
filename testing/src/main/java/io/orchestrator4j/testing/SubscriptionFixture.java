package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.subscription.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subscription that a test wants to be there. Not thread-safe; stored again, it is one more. */
public final class SubscriptionFixture<S extends SubscriptionModel> {

  private final Orchestrator orchestrator;
  private final Class<S> type;
  private final List<Consumer<S>> fillings = new ArrayList<>();
  private SubscriptionLifecycle status = SubscriptionLifecycle.ACTIVE;
  private @Nullable String productName;
  private @Nullable String customerId;

  SubscriptionFixture(Orchestrator orchestrator, Class<S> type) {
    this.orchestrator = orchestrator;
    this.type = type;
  }

  /** Of this product. */
  public SubscriptionFixture<S> of(String name) {
    this.productName = name;
    return this;
  }

  /** Of this customer. */
  public SubscriptionFixture<S> ofCustomer(String id) {
    this.customerId = id;
    return this;
  }

  /** At this status. */
  public SubscriptionFixture<S> at(SubscriptionLifecycle wanted) {
    this.status = wanted;
    return this;
  }

  /** With what this writes into it. What it loads meanwhile may be used in its fields, as in a step. */
  public SubscriptionFixture<S> with(Consumer<S> filling) {
    fillings.add(filling);
    return this;
  }

  /**
   * Stores it.
   *
   * @return the subscription as it is loaded
   * @throws io.orchestrator4j.product.InvalidSubscription if it does not satisfy what its status demands
   * @throws IllegalArgumentException if there are several products of its type and none of them was named
   */
  public S store() {
    UnitOfWork unit = orchestrator.subscriptionStore().open(null, WorkflowRunner.TESTER.name());
    S filled = filled(unit);
    orchestrator.subscriptionStore().save(unit.end(List.of(filled)));
    return orchestrator.subscriptions().load(type, filled.subscriptionId());
  }

  private S filled(UnitOfWork unit) {
    try {
      return unit.within(() -> {
        S subscription = unit.create(type, product(), customer());
        fillings.forEach(filling -> filling.accept(subscription));
        bringTo(subscription, status);
        return subscription;
      });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A filling throws nothing checked", e);
    }
  }

  private static void bringTo(SubscriptionModel subscription, SubscriptionLifecycle wanted) {
    SubscriptionLifecycle now = subscription.status();
    if (now != wanted && !now.successors().contains(wanted)) {
      subscription.transitionTo(SubscriptionLifecycle.ACTIVE);
    }
    subscription.transitionTo(wanted);
  }

  private UUID product() {
    if (productName != null) {
      return orchestrator.products().named(productName).productId();
    }
    List<ProductInfo> products = orchestrator.products().of(type);
    if (products.size() != 1) {
      throw new IllegalArgumentException(
          "There are %d products of %s: %s. Say which, as in fixtures.subscription(%s.class).of(\"...\")"
              .formatted(
                  products.size(),
                  type.getSimpleName(),
                  products.stream().map(ProductInfo::name).toList(),
                  type.getSimpleName()));
    }
    return products.getFirst().productId();
  }

  private String customer() {
    return customerId == null
        ? orchestrator.customers().list().getFirst().customerId()
        : customerId;
  }
}
