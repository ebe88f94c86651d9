package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shall have a subscription locked.
 *
 * @param before the subscription as it was when its lock was looked at
 * @param lockedBy the process; null where none shall
 */
record LockWish(
    SubscriptionHeader before, int historyRoom, @Nullable UUID lockedBy) {

  static LockWish none(SubscriptionHeader before, int historyRoom) {
    return new LockWish(before, historyRoom, before.lockedBy());
  }

  LockWish with(@Nullable UUID process) {
    return new LockWish(before, historyRoom, process);
  }

  SubscriptionHeader after() {
    return before.withLockedBy(lockedBy);
  }
}
