package io.orchestrator4j.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Trees as rows: the blocks of subscriptions and, as deep as they go, the blocks of other subscriptions that are in
 * their fields.
 *
 * @param subscriptions those whose blocks are among them, by id
 * @param blocks by id
 */
record StoredTrees(
    Map<UUID, StoredSubscription> subscriptions,
    Map<UUID, StoredBlock> blocks,
    List<StoredUse> uses) {

  static StoredTrees none() {
    return new StoredTrees(Map.of(), Map.of(), List.of());
  }

  /** The blocks of one subscription, by id. */
  Map<UUID, StoredBlock> blocksOf(UUID subscriptionId) {
    Map<UUID, StoredBlock> found = new LinkedHashMap<>();
    blocks.values().stream()
        .filter(block -> block.owner().equals(subscriptionId))
        .forEach(block -> found.put(block.id(), block));
    return found;
  }

  /** What the fields of one subscription take from others. */
  List<StoredUse> usesOf(UUID subscriptionId) {
    return uses.stream()
        .filter(use -> use.subscription().equals(subscriptionId))
        .toList();
  }

  /** What is in the fields of blocks and subscriptions: by the id of whose field it is, and its key. */
  Map<UUID, Map<String, List<UUID>>> fields() {
    return fields(blocks.values(), uses);
  }

  private record Place(UUID node, String attribute, int position, UUID block) {}

  private static Map<UUID, Map<String, List<UUID>>> fields(
      Collection<StoredBlock> blocks, Collection<StoredUse> uses) {
    Stream<Place> owned = blocks.stream()
        .map(each -> new Place(each.node(), each.attribute(), each.position(), each.id()));
    Stream<Place> shared = uses.stream()
        .map(each -> new Place(each.user(), each.attribute(), each.position(), each.block()));
    Map<UUID, Map<String, List<UUID>>> fields = new HashMap<>();
    Stream.concat(owned, shared)
        .sorted(Comparator.comparingInt(Place::position).thenComparing(Place::block))
        .forEach(place -> fields
            .computeIfAbsent(place.node(), _ -> new LinkedHashMap<>())
            .computeIfAbsent(place.attribute(), _ -> new ArrayList<>())
            .add(place.block()));
    return fields;
  }
}
