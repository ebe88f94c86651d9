package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a subscription that is to be written.
 *
 * @param before what it is known to be; null where it is new
 * @param after what it becomes
 * @param tree what becomes of its tree; null where that was not looked at
 * @param needs the blocks of others whose subscriptions must allow what it becomes
 * @param by who changes it
 * @param yields whether nothing is written if somebody else was faster, instead of refusing the save
 */
record SubscriptionChange(
    @Nullable SubscriptionHeader before,
    SubscriptionHeader after,
    @Nullable TreeChange tree,
    List<Need> needs,
    History history,
    SubscriptionRows.ChangedBy by,
    boolean yields) {

  /**
   * A block of another subscription.
   *
   * @param path where it is used
   */
  record Need(UUID block, UUID owner, String path) {}

  /**
   * What the history keeps.
   *
   * @param snapshot the whole tree; null where none is due
   * @param room how many bytes of changes fit before the next snapshot is due
   */
  record History(String change, @Nullable String snapshot, int room) {}

  SubscriptionChange {
    needs = List.copyOf(needs);
  }

  UUID id() {
    return after.subscriptionId();
  }

  boolean isNew() {
    return before == null;
  }

  boolean changesStatus() {
    return before != null && before.status() != after.status();
  }

  boolean takesLock() {
    return before != null && before.lockedBy() == null && after.lockedBy() != null;
  }

  boolean terminates() {
    return changesStatus() && after.status() == SubscriptionLifecycle.TERMINATED;
  }
}
