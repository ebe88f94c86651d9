package io.orchestrator4j.subscription;

import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Models that were loaded or made, with what they were then. */
final class Tracked {

  private Tracked() {}

  /**
   * A block.
   *
   * @param fingerprint null where nobody wants to know what is changed
   */
  record Block(ProductBlockModel model, @Nullable Fingerprint fingerprint) {}

  /**
   * A subscription with its whole tree.
   *
   * @param header null while it is not stored
   * @param blocks its own blocks as their rows have them
   * @param uses what its fields take from others, as their rows have it
   * @param fingerprint null where nobody wants to know what is changed
   */
  record Subscription(
      SubscriptionModel model,
      @Nullable SubscriptionHeader header,
      int historyRoom,
      Map<UUID, StoredBlock> blocks,
      List<StoredUse> uses,
      @Nullable Fingerprint fingerprint) {}
}
