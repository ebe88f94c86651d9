package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockAddition;
import io.orchestrator4j.product.ModelTree;
import io.orchestrator4j.product.SubscriptionModel;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What subscriptions were after each of their changes, with the blocks of others as they were seen then. Thread-safe.
 */
public final class SubscriptionHistory {

  /** How many versions are listed at most. */
  public static final int MOST = 1000;

  private final SubscriptionStore store;
  private final VersionRows rows;

  SubscriptionHistory(SubscriptionStore store) {
    this.store = store;
    this.rows = new VersionRows(store.database());
  }

  /**
   * A change of a subscription.
   *
   * @param processId the process that made it; null where none did
   * @param changedBy in whose name
   */
  public record Version(
      int version, @Nullable UUID processId, String changedBy, Instant changedAt) {}

  /**
   * The versions of a subscription, the latest first.
   *
   * @param before the version below which the list begins; {@code Integer.MAX_VALUE} for all
   * @param rows how many; {@link #MOST} at most
   */
  public List<Version> versions(UUID subscriptionId, int before, int rows) {
    return this.rows.list(subscriptionId, before, Math.min(rows, MOST));
  }

  /**
   * A subscription as it was. It belongs to no unit of work and cannot be saved; of what uses its blocks, it knows what
   * is in the tree itself.
   *
   * @throws NotUsable if there is no such version, or no class for it any more
   */
  public SubscriptionModel at(UUID subscriptionId, int version) {
    SubscriptionVersion wanted = new SubscriptionVersion(subscriptionId, version);
    PastTrees past = past(List.of(wanted));
    if (!past.has(wanted)) {
      throw new NotUsable.SubscriptionNotFound(subscriptionId, version);
    }
    return model(past.trees(wanted), subscriptionId);
  }

  /** A subscription as it was, for people; empty where there is no such version. */
  public Optional<ShownSubscription> find(UUID subscriptionId, int version) {
    SubscriptionVersion wanted = new SubscriptionVersion(subscriptionId, version);
    PastTrees past = past(List.of(wanted));
    return past.has(wanted)
        ? Optional.of(asShown(past.trees(wanted), subscriptionId))
        : Optional.empty();
  }

  /**
   * Subscriptions as they were, as the wire shows them; where a class is gone, what is known without it. A version that
   * is not there is left out.
   */
  public Map<SubscriptionVersion, ObjectNode> expand(Collection<SubscriptionVersion> versions) {
    PastTrees past = past(versions);
    Map<SubscriptionVersion, ObjectNode> shown = new LinkedHashMap<>();
    for (SubscriptionVersion version : versions) {
      if (past.has(version)) {
        shown.computeIfAbsent(
            version, wanted -> shown(past.trees(wanted), wanted.subscriptionId()));
      }
    }
    return shown;
  }

  private PastTrees past(Collection<SubscriptionVersion> versions) {
    return PastTrees.read(rows, store.products(), versions);
  }

  private ObjectNode shown(StoredTrees trees, UUID subscriptionId) {
    ShownSubscription found = asShown(trees, subscriptionId);
    ObjectNode shown = ModelTree.showHeader(found.header());
    shown.setAll(found.members());
    return shown;
  }

  private ShownSubscription asShown(StoredTrees trees, UUID subscriptionId) {
    return ShownTrees.show(subscriptionId, trees, world(trees), BlockAddition.NONE);
  }

  private SubscriptionModel model(StoredTrees trees, UUID subscriptionId) {
    return world(trees).load(subscriptionId);
  }

  private World world(StoredTrees trees) {
    return new World(store.defined(), (_, _) -> trees, false);
  }
}
