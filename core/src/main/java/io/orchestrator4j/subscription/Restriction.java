package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query is restricted to.
 *
 * @param statuses one of which the subscription must have
 * @param customerId null for all
 * @param limit how many are listed at most
 */
record Restriction(
    Set<SubscriptionLifecycle> statuses,
    boolean inSync,
    @Nullable String customerId,
    List<Where> wheres,
    int limit) {

  /** How many are listed at most, whatever was asked for. */
  static final int MOST = 1000;

  /** That the value at the end of a path is this one. */
  record Where(String path, @Nullable Object value) {}

  Restriction {
    statuses = Collections.unmodifiableSet(statuses);
    wheres = List.copyOf(wheres);
  }

  static Restriction none() {
    return new Restriction(
        EnumSet.allOf(SubscriptionLifecycle.class), false, null, List.of(), MOST);
  }

  Restriction in(SubscriptionLifecycle... some) {
    Set<SubscriptionLifecycle> both = EnumSet.noneOf(SubscriptionLifecycle.class);
    both.addAll(List.of(some));
    both.retainAll(statuses);
    return new Restriction(both, inSync, customerId, wheres, limit);
  }

  Restriction onlyInSync() {
    return new Restriction(statuses, true, customerId, wheres, limit);
  }

  Restriction ofCustomer(String id) {
    return new Restriction(statuses, inSync, id, wheres, limit);
  }

  Restriction where(String path, @Nullable Object value) {
    List<Where> more = new ArrayList<>(wheres);
    more.add(new Where(path, value));
    return new Restriction(statuses, inSync, customerId, more, limit);
  }

  Restriction first(int rows) {
    return new Restriction(statuses, inSync, customerId, wheres, Math.min(rows, MOST));
  }

  /** Whether values that are kept to be searched for say all: those of terminated subscriptions are not kept. */
  boolean isAboutTheLiving() {
    return !statuses.contains(SubscriptionLifecycle.TERMINATED);
  }

  /** Adds what concerns the subscription {@code s} itself. */
  void addTo(Conditions conditions) {
    if (statuses.size() < SubscriptionLifecycle.values().length) {
      conditions.add("s.status = any("
          + conditions.bound(Statuses.texts(statuses.toArray(SubscriptionLifecycle[]::new)))
          + ")");
    }
    if (inSync) {
      conditions.add("s.locked_by is null");
    }
    if (customerId != null) {
      conditions.add("s.customer_id = " + conditions.bound(customerId));
    }
  }
}
