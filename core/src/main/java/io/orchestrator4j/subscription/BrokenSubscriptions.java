package io.orchestrator4j.subscription;

import io.orchestrator4j.product.LifecycleRules;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Looks through all subscriptions for those that are not as their classes say. */
final class BrokenSubscriptions {

  private static final int BATCH = 200;

  private static final String NEXT =
      """
      select {columns}
      from {tables}
      where s.subscription_id > :after
      order by s.subscription_id
      limit :rows
      """.replace("{columns}", HeaderRows.COLUMNS).replace("{tables}", HeaderRows.TABLES);

  private final SubscriptionStore store;

  BrokenSubscriptions(SubscriptionStore store) {
    this.store = store;
  }

  List<BrokenSubscription> find() {
    List<BrokenSubscription> found = new ArrayList<>();
    List<SubscriptionHeader> batch = after(new UUID(0, 0));
    while (!batch.isEmpty() && found.size() < Restriction.MOST) {
      found.addAll(broken(batch));
      batch = after(batch.getLast().subscriptionId());
    }
    return found.subList(0, Math.min(found.size(), Restriction.MOST));
  }

  private List<SubscriptionHeader> after(UUID last) {
    return store
        .database()
        .with(handle -> handle
            .createQuery(NEXT)
            .bind("after", last)
            .bind("rows", BATCH)
            .map((row, _) -> HeaderRows.header(row))
            .list());
  }

  // one that cannot be loaded hides the others of its batch, so that they are looked at one by one
  private List<BrokenSubscription> broken(List<SubscriptionHeader> batch) {
    try {
      World world = store.world(false);
      world.load(batch.stream().map(SubscriptionHeader::subscriptionId).toList());
      return batch.stream()
          .map(header -> looked(header, world))
          .filter(each -> !each.problems().isEmpty())
          .toList();
    } catch (NotUsable e) {
      return batch.size() == 1
          ? List.of(new BrokenSubscription(
              batch.getFirst(), List.of(Objects.requireNonNullElse(e.getMessage(), e.code()))))
          : batch.stream().flatMap(each -> broken(List.of(each)).stream()).toList();
    }
  }

  private static BrokenSubscription looked(SubscriptionHeader header, World world) {
    SubscriptionModel model = world.load(header.subscriptionId());
    return new BrokenSubscription(
        header,
        LifecycleRules.violations(model, model.status()).stream()
            .map(violation -> violation.path() + " " + violation.message())
            .toList());
  }
}
