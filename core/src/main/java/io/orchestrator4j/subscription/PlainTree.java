package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockAddition;
import io.orchestrator4j.value.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows a tree for which there are no classes any more: everything that is stored, in the form of the wire. Whether a
 * field was a list nobody knows; several blocks are shown as one.
 */
final class PlainTree {

  private final StoredTrees trees;
  private final BlockAddition addition;
  private final Map<UUID, Map<String, List<UUID>>> fields;

  PlainTree(StoredTrees trees, BlockAddition addition) {
    this.trees = trees;
    this.addition = addition;
    this.fields = trees.fields();
  }

  /** What is shown of a subscription besides its header. */
  ObjectNode members(UUID subscriptionId) {
    StoredSubscription subscription =
        Objects.requireNonNull(trees.subscriptions().get(subscriptionId));
    ObjectNode shown = Json.object();
    subscription.fixedInputs().forEach(shown::put);
    addFields(shown, subscriptionId, new HashSet<>());
    return shown;
  }

  private void addFields(ObjectNode shown, UUID node, Set<UUID> onTheWay) {
    fields.getOrDefault(node, Map.of()).forEach((field, ids) -> {
      if (ids.size() == 1) {
        shown.set(field, block(ids.getFirst(), onTheWay));
      } else {
        ArrayNode list = shown.putArray(field);
        ids.forEach(id -> list.add(block(id, onTheWay)));
      }
    });
  }

  private JsonNode block(UUID id, Set<UUID> onTheWay) {
    StoredBlock block = Objects.requireNonNull(trees.blocks().get(id));
    ObjectNode shown = Json.object();
    shown.put("name", block.name());
    shown.put("subscription_instance_id", id.toString());
    shown.put("owner_subscription_id", block.owner().toString());
    shown.put("label", block.label());
    // a block that leads back to itself ends there
    if (onTheWay.add(id)) {
      shown.setAll(block.values());
      addFields(shown, id, onTheWay);
      onTheWay.remove(id);
    }
    addition.addTo(id, shown);
    return shown;
  }
}
