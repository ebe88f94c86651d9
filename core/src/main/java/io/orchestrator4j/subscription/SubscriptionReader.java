package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockAddition;
import io.orchestrator4j.subscription.SubscriptionRelations.BlockUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one subscription with its whole tree and what uses its blocks, for people: in two queries. Thread-safe. */
public final class SubscriptionReader {

  private final SubscriptionStore store;

  SubscriptionReader(SubscriptionStore store) {
    this.store = store;
  }

  /**
   * A subscription as it is; empty where there is none of this id. Each block has {@code in_use_by_ids}, the blocks that
   * have it in a field, and {@code in_use_by_relations}, the same with their subscriptions.
   *
   * @param foreignUsersOnly whether {@code in_use_by_ids} leaves out the blocks of this subscription
   */
  public Optional<ShownSubscription> find(UUID subscriptionId, boolean foreignUsersOnly) {
    StoredTrees trees = store.trees(Set.of(subscriptionId));
    if (!trees.subscriptions().containsKey(subscriptionId)) {
      return Optional.empty();
    }
    Map<UUID, List<BlockUse>> uses = store.relations().usesOf(trees.blocks().keySet());
    UUID leftOut = foreignUsersOnly ? subscriptionId : null;
    BlockAddition addition = (block, shown) -> {
      List<BlockUse> users = uses.getOrDefault(block, List.of());
      ArrayNode ids = shown.putArray("in_use_by_ids");
      users.stream()
          .filter(user -> !user.subscriptionId().equals(leftOut))
          .forEach(user -> ids.add(user.subscriptionInstanceId().toString()));
      addRelations(shown, users);
    };
    return Optional.of(
        ShownTrees.show(subscriptionId, trees, store.world(subscriptionId, trees), addition));
  }

  private static void addRelations(ObjectNode shown, List<BlockUse> users) {
    ArrayNode relations = shown.putArray("in_use_by_relations");
    users.forEach(user -> relations
        .addObject()
        .put("subscription_instance_id", user.subscriptionInstanceId().toString())
        .put("subscription_id", user.subscriptionId().toString()));
  }
}
