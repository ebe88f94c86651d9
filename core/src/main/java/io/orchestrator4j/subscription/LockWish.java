package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who shall have a subscription locked.
 *
 * @param before the subscription as it was when its lock was looked at
 * @param lockedBy the process; null where none shall
 * @param yields whether it is given up if somebody changes the subscription first
 */
record LockWish(
    SubscriptionHeader before, int historyRoom, @Nullable UUID lockedBy, boolean yields) {

  static LockWish none(SubscriptionHeader before, int historyRoom) {
    return new LockWish(before, historyRoom, before.lockedBy(), false);
  }

  LockWish with(@Nullable UUID process) {
    return new LockWish(before, historyRoom, process, false);
  }

  LockWish yielding() {
    return new LockWish(before, historyRoom, lockedBy, true);
  }

  SubscriptionHeader after() {
    return before.withLockedBy(lockedBy);
  }
}
