package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.Storable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a subscription's tree differs from what is stored of it.
 *
 * @param blocks all own blocks after the change
 * @param written those that are new or differ
 * @param removed those that go
 * @param uses what its fields take from others after the change, by the block or subscription whose fields they are
 * @param rewired whose fields take something else than before
 */
record TreeChange(
    Map<UUID, StoredBlock> blocks,
    List<Written> written,
    Set<UUID> removed,
    Map<UUID, List<StoredUse>> uses,
    Set<UUID> rewired) {

  /** A block that is new or differs. */
  record Written(@Nullable StoredBlock before, StoredBlock after, BlockDefinition definition) {}

  boolean isEmpty() {
    return written.isEmpty() && removed.isEmpty() && rewired.isEmpty();
  }

  static TreeChange of(Tracked.Subscription tracked, OwnTree now, World world) {
    return new Comparing(tracked, now, world).change();
  }

  /** One comparison. What the classes do not know stays as it is, unless the block that it belongs to goes. */
  private static final class Comparing {

    private final SubscriptionModel model;
    private final Map<UUID, StoredBlock> before;
    private final Map<UUID, List<StoredUse>> usesBefore;
    private final OwnTree now;
    private final World world;

    Comparing(Tracked.Subscription tracked, OwnTree now, World world) {
      this.model = tracked.model();
      this.before = tracked.blocks();
      this.usesBefore = byUser(tracked.uses());
      this.now = now;
      this.world = world;
    }

    TreeChange change() {
      Map<UUID, StoredBlock> after = new LinkedHashMap<>();
      List<Written> written = new ArrayList<>();
      for (OwnTree.Place place : now.own().values()) {
        StoredBlock old = before.get(place.block().subscriptionInstanceId());
        StoredBlock stored = stored(place, old);
        after.put(stored.id(), stored);
        if (old == null || differ(old, stored)) {
          written.add(new Written(old, stored, BlockDefinition.of(place.block().getClass())));
        }
      }
      Set<UUID> removed = removed();
      before.forEach((id, block) -> {
        if (!removed.contains(id)) {
          after.putIfAbsent(id, block);
        }
      });
      Map<UUID, List<StoredUse>> uses = uses(after.keySet());
      return new TreeChange(after, written, removed, uses, rewired(uses));
    }

    // values that are as they were are the same object; as trees, 1.0 and 1.00 would be equal
    @SuppressWarnings("ReferenceEquality")
    private static boolean differ(StoredBlock old, StoredBlock stored) {
      return old.values() != stored.values() || !old.equals(stored);
    }

    private StoredBlock stored(OwnTree.Place place, @Nullable StoredBlock old) {
      ProductBlockModel block = place.block();
      return new StoredBlock(
          block.subscriptionInstanceId(),
          model.subscriptionId(),
          block.name(),
          place.parent(),
          place.attribute(),
          place.position(),
          block.label(),
          values(place, old));
    }

    private ObjectNode values(OwnTree.Place place, @Nullable StoredBlock old) {
      ProductBlockModel block = place.block();
      BlockDefinition definition = BlockDefinition.of(block.getClass());
      Set<String> changed = old == null ? Set.of() : changed(block, definition);
      if (old != null && changed.isEmpty()) {
        return old.values();
      }
      ObjectNode values = Json.object();
      if (old != null) {
        values.setAll(old.values());
      }
      for (FieldDefinition.Value field : definition.values()) {
        if (changed.contains(field.key()) || !values.has(field.key())) {
          JsonNode value = Json.toTree(Models.read(field, block));
          Storable.require(place.path() + "." + field.key(), value);
          values.set(field.key(), value);
        }
      }
      return values;
    }

    private Set<String> changed(ProductBlockModel block, BlockDefinition definition) {
      Fingerprint loaded =
          Objects.requireNonNull(world.block(block.subscriptionInstanceId())).fingerprint();
      List<String> names =
          loaded == null ? List.of() : loaded.differences(Fingerprint.of(block), definition);
      Set<String> changed = new HashSet<>();
      definition.values().stream()
          .map(FieldDefinition.Value::key)
          .filter(names::contains)
          .forEach(changed::add);
      return changed;
    }

    private Set<UUID> removed() {
      Set<UUID> removed = new TreeSet<>();
      before.values().stream()
          .filter(block -> isKnown(block) && !now.own().containsKey(block.id()))
          .forEach(block -> removed.add(block.id()));
      boolean more = !removed.isEmpty();
      while (more) {
        more = false;
        for (StoredBlock block : before.values()) {
          more |= block.parent() != null
              && removed.contains(block.parent())
              && !now.own().containsKey(block.id())
              && removed.add(block.id());
        }
      }
      return removed;
    }

    /** Whether a block was in a field that the classes have. */
    private boolean isKnown(StoredBlock block) {
      if (!isField(block.node(), block.attribute())) {
        return false;
      }
      return block.parent() == null || isKnown(Objects.requireNonNull(before.get(block.parent())));
    }

    private boolean isField(UUID node, String attribute) {
      List<FieldDefinition.Blocks> fields = node.equals(model.subscriptionId())
          ? ProductTypeDefinition.of(model.getClass()).blockFields()
          : fieldsOf(before.get(node));
      return fields.stream().anyMatch(field -> field.key().equals(attribute));
    }

    private List<FieldDefinition.Blocks> fieldsOf(@Nullable StoredBlock block) {
      return block == null
          ? List.of()
          : world
              .defined()
              .block(block.name())
              .map(BlockDefinition::blockFields)
              .orElse(List.of());
    }

    private Map<UUID, List<StoredUse>> uses(Set<UUID> blocks) {
      UUID id = model.subscriptionId();
      List<StoredUse> uses = new ArrayList<>();
      for (OwnTree.Place place : now.shared()) {
        uses.add(new StoredUse(
            place.parent() == null ? id : place.parent(),
            place.attribute(),
            place.position(),
            place.block().subscriptionInstanceId(),
            id));
      }
      usesBefore.forEach((user, each) -> {
        if (user.equals(id) || blocks.contains(user)) {
          each.stream().filter(use -> !isField(user, use.attribute())).forEach(uses::add);
        }
      });
      return byUser(uses);
    }

    private Set<UUID> rewired(Map<UUID, List<StoredUse>> uses) {
      Set<UUID> users = new TreeSet<>(usesBefore.keySet());
      users.addAll(uses.keySet());
      users.removeIf(user -> Objects.equals(usesBefore.get(user), uses.get(user)));
      return users;
    }

    private static Map<UUID, List<StoredUse>> byUser(List<StoredUse> uses) {
      Map<UUID, List<StoredUse>> byUser = new TreeMap<>();
      uses.stream()
          .sorted(Comparator.comparing(StoredUse::attribute).thenComparingInt(StoredUse::position))
          .forEach(
              use -> byUser.computeIfAbsent(use.user(), _ -> new ArrayList<>()).add(use));
      return byUser;
    }
  }
}
