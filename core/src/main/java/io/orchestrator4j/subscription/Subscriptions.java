package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What has been sold, as a service for authors of workflows: makes, loads and finds subscriptions. In a step, what comes
 * from here belongs to the step: it is saved with it where it is returned. Elsewhere it is only to be read. It can be
 * made before the orchestrator starts, and works once that has. Thread-safe; what it hands out is not.
 */
public final class Subscriptions {

  private final Supplier<SubscriptionStore> store;

  /**
   * The service.
   *
   * @param store asked with each call for what is behind it
   */
  public Subscriptions(Supplier<SubscriptionStore> store) {
    this.store = store;
  }

  /**
   * A new subscription, with the blocks that it must have. It is stored with the step that returns it.
   *
   * @param type its class, or what several classes have in common
   * @throws NotUsable if there is no such product, or it is of another type
   */
  public <T> T create(Class<T> type, UUID product, String customerId) {
    return UnitOfWork.of(store.get()).create(type, product, customerId);
  }

  /**
   * A subscription with its whole tree, in one query.
   *
   * @param type its class, {@code SubscriptionModel}, or an interface that it implements
   * @throws NotUsable if there is none of this id, or it is something else
   */
  public <T> T load(Class<T> type, UUID subscriptionId) {
    return UnitOfWork.of(store.get()).load(type, subscriptionId);
  }

  /**
   * Subscriptions with their whole trees, in the order of the ids, in one query.
   *
   * @throws NotUsable if there is none of an id, or it is something else
   */
  public <T> List<T> load(Class<T> type, Collection<UUID> subscriptionIds) {
    return UnitOfWork.of(store.get()).load(type, subscriptionIds);
  }

  /**
   * The subscriptions of a class.
   *
   * @param type a product type's class, {@code SubscriptionModel}, or an interface that product types implement
   */
  public <T> SubscriptionQuery<T> find(Class<T> type) {
    return new SubscriptionQuery<>(store.get(), type, Restriction.none());
  }

  /**
   * A block with its subscription.
   *
   * @throws NotUsable if there is none of this id, or it is something else
   */
  public <B> B block(Class<B> type, UUID instanceId) {
    SubscriptionStore behind = store.get();
    UnitOfWork unit = UnitOfWork.of(behind);
    behind.ownerOf(instanceId).ifPresent(owner -> unit.prepare(List.of(owner)));
    return unit.block(type, instanceId).orElseThrow(() -> new NotUsable.BlockNotFound(instanceId));
  }

  /** The blocks of a class, whichever subscription they belong to. */
  public <B> BlockQuery<B> blocks(Class<B> type) {
    return new BlockQuery<>(store.get(), type, Restriction.none());
  }

  /** The subscriptions that use blocks of this one; at most 1,000, in the order in which they were made. */
  public List<SubscriptionHeader> inUseBy(SubscriptionModel subscription) {
    return store.get().relations().inUseBy(subscription.subscriptionId());
  }

  /** The subscriptions whose blocks this one uses; at most 1,000, in the order in which they were made. */
  public List<SubscriptionHeader> dependsOn(SubscriptionModel subscription) {
    return store.get().relations().dependsOn(subscription.subscriptionId());
  }

  /** The subscriptions that cannot be loaded, or do not satisfy what their status demands; at most 1,000. */
  public List<BrokenSubscription> invalid() {
    return new BrokenSubscriptions(store.get()).find();
  }
}
