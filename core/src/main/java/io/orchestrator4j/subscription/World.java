package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.BlockRelations;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The models that one piece of work has loaded: one object for each subscription and each block, however often and
 * through whichever tree it comes. Confined to one thread.
 */
final class World implements BlockRelations {

  // Rules:
  // - A subscription is whole (its own tree was loaded) or only seen (as the owner of a block in
  // another one's field).
  // - What is there already stays as it is, with what its user did to it; a subscription that is
  // loaded after it was
  //   seen at another version replaces what was seen of it, unless that was changed.
  // - What uses a block is asked once for all blocks that are there by then.

  private final DefinedProducts defined;
  private final TreeSource source;
  private final boolean tracking;
  private final Map<UUID, Tracked.Subscription> subscriptions = new LinkedHashMap<>();
  private final Map<UUID, Tracked.Block> blocks = new LinkedHashMap<>();
  private final Map<UUID, SubscriptionHeader> seen = new HashMap<>();
  private final Map<UUID, Set<UUID>> users = new HashMap<>();
  private final Set<UUID> related = new HashSet<>();

  /** Where trees come from. */
  @FunctionalInterface
  interface TreeSource {
    StoredTrees read(Collection<UUID> whole, Collection<UUID> usedBlocks);
  }

  /**
   * An empty one.
   *
   * @param tracking whether what is changed will be asked for
   */
  World(DefinedProducts defined, TreeSource source, boolean tracking) {
    this.defined = defined;
    this.source = source;
    this.tracking = tracking;
  }

  DefinedProducts defined() {
    return defined;
  }

  /** The subscription of this id, loaded if it is not there yet. */
  SubscriptionModel load(UUID subscriptionId) {
    return load(List.of(subscriptionId)).getFirst();
  }

  /** The subscriptions of these ids, in their order; what is not there yet is loaded together. */
  List<SubscriptionModel> load(Collection<UUID> subscriptionIds) {
    Set<UUID> missing = new TreeSet<>(subscriptionIds);
    missing.removeAll(subscriptions.keySet());
    if (!missing.isEmpty()) {
      add(source.read(missing, List.of()), missing);
    }
    return subscriptionIds.stream()
        .map(id -> {
          Tracked.Subscription found = subscriptions.get(id);
          if (found == null) {
            throw new NotUsable.SubscriptionNotFound(id);
          }
          return found.model();
        })
        .toList();
  }

  /** A subscription that is not stored yet joins. */
  void join(SubscriptionModel fresh) {
    subscriptions.put(
        fresh.subscriptionId(),
        new Tracked.Subscription(fresh, null, 0, Map.of(), List.of(), null));
    seen.put(fresh.subscriptionId(), fresh.header());
    fresh.blocks().forEach(block -> join(fresh, block));
  }

  /** A new block joins; nothing that is stored uses it. */
  void join(SubscriptionModel owner, ProductBlockModel block) {
    Models.own(block, owner.subscriptionId());
    Models.relate(block, this);
    related.add(block.subscriptionInstanceId());
    blocks.put(block.subscriptionInstanceId(), new Tracked.Block(block, null));
  }

  /** The whole subscription of this id, if it is there. */
  Tracked.@Nullable Subscription subscription(UUID subscriptionId) {
    return subscriptions.get(subscriptionId);
  }

  Collection<Tracked.Subscription> subscriptions() {
    return List.copyOf(subscriptions.values());
  }

  /** The block of this id, if it is there. */
  Tracked.@Nullable Block block(UUID instanceId) {
    return blocks.get(instanceId);
  }

  /** Whether this very object is the one of its id. */
  @SuppressWarnings("ReferenceEquality") // another object of the same block is another one's
  boolean has(ProductBlockModel block) {
    Tracked.Block tracked = blocks.get(block.subscriptionInstanceId());
    return tracked != null && tracked.model() == block;
  }

  /** Whether this very object is the one of its id. */
  @SuppressWarnings("ReferenceEquality") // another object of the same subscription is another one's
  boolean has(SubscriptionModel subscription) {
    Tracked.Subscription tracked = subscriptions.get(subscription.subscriptionId());
    return tracked != null && tracked.model() == subscription;
  }

  /** The blocks of subscriptions that are only seen. */
  List<Tracked.Block> sharedBlocks() {
    return blocks.values().stream()
        .filter(block -> !subscriptions.containsKey(block.model().ownerSubscriptionId()))
        .toList();
  }

  /** What is known of a subscription that is whole or seen. */
  SubscriptionHeader header(UUID subscriptionId) {
    return Objects.requireNonNull(seen.get(subscriptionId));
  }

  @Override
  public SubscriptionModel owner(ProductBlockModel block) {
    UUID ownerId = block.ownerSubscriptionId();
    if (!subscriptions.containsKey(ownerId)) {
      relate();
    }
    Tracked.Subscription owner = subscriptions.get(ownerId);
    if (owner == null) {
      throw NotUsable.NotDefined.type(header(ownerId).product().productType());
    }
    return owner.model();
  }

  @Override
  public List<ProductBlockModel> inUseBy(ProductBlockModel block) {
    if (!related.contains(block.subscriptionInstanceId())) {
      relate();
    }
    List<ProductBlockModel> found = new ArrayList<>();
    for (UUID user : users.getOrDefault(block.subscriptionInstanceId(), Set.of())) {
      Tracked.Block tracked = blocks.get(user);
      if (tracked != null) {
        found.add(tracked.model());
      }
    }
    return found;
  }

  private void relate() {
    Set<UUID> open = new TreeSet<>(blocks.keySet());
    open.removeAll(related);
    Set<UUID> owners = new TreeSet<>();
    open.forEach(
        id -> owners.add(Objects.requireNonNull(blocks.get(id)).model().ownerSubscriptionId()));
    owners.removeAll(subscriptions.keySet());
    owners.removeIf(id -> defined.type(header(id).product().productType()).isEmpty());
    StoredTrees found = source.read(owners, open);
    add(found, owners);
    related.addAll(open);
  }

  private void add(StoredTrees trees, Collection<UUID> whole) {
    Set<UUID> moved = moved(trees);
    List<StoredBlock> touched = new ArrayList<>();
    for (StoredBlock stored : trees.blocks().values()) {
      Tracked.Block known = blocks.get(stored.id());
      if (known == null || moved.contains(stored.owner())) {
        known = known == null ? made(stored) : known;
        if (known != null) {
          blocks.put(stored.id(), known);
          touched.add(stored);
        }
      }
    }
    trees.subscriptions().forEach((id, each) -> {
      if (!subscriptions.containsKey(id)) {
        seen.put(id, each.header());
      }
    });
    try {
      fill(trees, touched, whole);
    } catch (RuntimeException e) {
      // half filled blocks must not be met later
      touched.forEach(each -> blocks.remove(each.id()));
      throw e;
    }
    trees.blocks().values().forEach(block -> {
      if (block.parent() != null) {
        use(block.id(), block.parent());
      }
    });
    trees.uses().forEach(use -> use(use.block(), use.user()));
  }

  private void use(UUID block, UUID user) {
    users.computeIfAbsent(block, _ -> new TreeSet<>()).add(user);
  }

  /** The subscriptions of which something else was seen before. */
  private Set<UUID> moved(StoredTrees trees) {
    Set<UUID> moved = new HashSet<>();
    trees.subscriptions().forEach((id, found) -> {
      SubscriptionHeader known = seen.get(id);
      if (known != null
          && known.version() != found.header().version()
          && !subscriptions.containsKey(id)) {
        requireUnchanged(known, found.header());
        moved.add(id);
      }
    });
    return moved;
  }

  private void requireUnchanged(SubscriptionHeader known, SubscriptionHeader found) {
    for (Tracked.Block block : blocks.values()) {
      if (block.fingerprint() != null
          && block.model().ownerSubscriptionId().equals(known.subscriptionId())
          && !block.fingerprint().equals(Fingerprint.of(block.model()))) {
        throw SaveRefused.StaleSubscription.of(known, found.version(), null);
      }
    }
  }

  private Tracked.@Nullable Block made(StoredBlock stored) {
    BlockDefinition definition = defined.block(stored.name()).orElse(null);
    if (definition == null) {
      return null;
    }
    ProductBlockModel block = Models.block(definition, stored.id(), stored.owner(), stored.label());
    Models.relate(block, this);
    return new Tracked.Block(block, null);
  }

  private void fill(StoredTrees trees, List<StoredBlock> touched, Collection<UUID> whole) {
    TreeFields fields = new TreeFields(trees, this);
    for (StoredBlock stored : touched) {
      ProductBlockModel block = Objects.requireNonNull(blocks.get(stored.id())).model();
      fields.fill(block, stored);
      blocks.put(stored.id(), new Tracked.Block(block, tracking ? Fingerprint.of(block) : null));
    }
    for (UUID id : whole) {
      StoredSubscription stored = trees.subscriptions().get(id);
      if (stored != null && !subscriptions.containsKey(id)) {
        subscriptions.put(id, whole(trees, stored, fields));
      }
    }
  }

  private Tracked.Subscription whole(
      StoredTrees trees, StoredSubscription stored, TreeFields fields) {
    ProductTypeDefinition type = type(stored.header());
    SubscriptionModel model = Models.subscription(type, stored.header(), stored.fixedInputs());
    fields.fill(model, type);
    return new Tracked.Subscription(
        model,
        stored.header(),
        stored.historyRoom(),
        tracking ? trees.blocksOf(stored.id()) : Map.of(),
        tracking ? trees.usesOf(stored.id()) : List.of(),
        tracking ? Fingerprint.of(model) : null);
  }

  private ProductTypeDefinition type(SubscriptionHeader header) {
    String name = header.product().productType();
    return defined.type(name).orElseThrow(() -> NotUsable.NotDefined.type(name));
  }
}
