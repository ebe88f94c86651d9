package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockAddition;
import io.orchestrator4j.product.ModelTree;
import io.orchestrator4j.value.Json;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Shows trees by their classes and, where these are gone or no longer fit, as they are stored. */
final class ShownTrees {

  private ShownTrees() {}

  /**
   * A subscription.
   *
   * @param trees where it is
   * @param world that reads from there
   */
  static ShownSubscription show(
      UUID subscriptionId, StoredTrees trees, World world, BlockAddition addition) {
    StoredSubscription stored = Objects.requireNonNull(trees.subscriptions().get(subscriptionId));
    return new ShownSubscription(stored.header(), members(subscriptionId, trees, world, addition));
  }

  private static ObjectNode members(
      UUID subscriptionId, StoredTrees trees, World world, BlockAddition addition) {
    ObjectNode members = Json.object();
    try {
      ModelTree.addMembers(world.load(subscriptionId), members, addition);
      return members;
    } catch (NotUsable e) {
      return new PlainTree(trees, addition).members(subscriptionId);
    }
  }
}
