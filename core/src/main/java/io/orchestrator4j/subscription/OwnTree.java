package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.FieldDefinition.Ownership;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A subscription's own tree as the fields of its models have it now: each own block with its place, and each place that
 * a block of another subscription has. Refuses what cannot be stored.
 */
final class OwnTree {

  private final SubscriptionModel subscription;
  private final World world;
  private final Map<UUID, Place> own = new LinkedHashMap<>();
  private final List<Place> shared = new ArrayList<>();

  /**
   * Where a block is.
   *
   * @param parent the block above it; null directly below the subscription
   * @param path for people, as in {@code core_link.ports.0}
   */
  record Place(
      ProductBlockModel block,
      @Nullable UUID parent,
      String attribute,
      int position,
      String path) {}

  private OwnTree(SubscriptionModel subscription, World world) {
    this.subscription = subscription;
    this.world = world;
  }

  /**
   * Reads a tree.
   *
   * @throws SaveRefused if a block stands where it must not stand
   */
  static OwnTree of(SubscriptionModel subscription, World world) {
    OwnTree tree = new OwnTree(subscription, world);
    tree.walk(
        subscription,
        null,
        "",
        ProductTypeDefinition.of(subscription.getClass()).blockFields());
    return tree;
  }

  /**
   * Finds new blocks that will belong to a subscription.
   *
   * @param orShared whether fields are looked at that take either, besides those that take own blocks only
   */
  static void claim(
      SubscriptionModel subscription, boolean orShared, Consumer<ProductBlockModel> found) {
    List<FieldDefinition.Blocks> fields =
        ProductTypeDefinition.of(subscription.getClass()).blockFields();
    claim(
        subscription,
        subscription,
        fields,
        orShared,
        found,
        Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void claim(
      SubscriptionModel subscription,
      Object model,
      List<FieldDefinition.Blocks> fields,
      boolean orShared,
      Consumer<ProductBlockModel> found,
      Set<ProductBlockModel> seen) {
    for (FieldDefinition.Blocks field : fields) {
      boolean takesOwn = switch (field.ownership()) {
        case OWNED -> true;
        case OWNED_OR_SHARED -> orShared;
        case SHARED -> false;
      };
      for (ProductBlockModel block :
          takesOwn ? BlockDefinition.in(model, field) : List.<ProductBlockModel>of()) {
        if (Models.ownerOf(block) == null) {
          found.accept(block);
        }
        if (subscription.owns(block) && seen.add(block)) {
          claim(
              subscription,
              block,
              BlockDefinition.of(block.getClass()).blockFields(),
              orShared,
              found,
              seen);
        }
      }
    }
  }

  /** The own blocks, each behind the one above it. */
  Map<UUID, Place> own() {
    return own;
  }

  /** The places of blocks of other subscriptions. */
  List<Place> shared() {
    return shared;
  }

  /** The subscriptions whose blocks are below this one, however deep. */
  Set<UUID> reached() {
    Set<UUID> owners = new TreeSet<>();
    Set<ProductBlockModel> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    shared.forEach(place -> reach(place.block(), owners, seen));
    owners.remove(subscription.subscriptionId());
    return owners;
  }

  private static void reach(
      ProductBlockModel block, Set<UUID> owners, Set<ProductBlockModel> seen) {
    if (seen.add(block)) {
      owners.add(block.ownerSubscriptionId());
      BlockDefinition.of(block.getClass())
          .blocksOf(block)
          .forEach(each -> reach(each, owners, seen));
    }
  }

  private void walk(
      Object model, @Nullable UUID node, String path, List<FieldDefinition.Blocks> fields) {
    Map<UUID, String> sharedHere = new HashMap<>();
    for (FieldDefinition.Blocks field : fields) {
      List<ProductBlockModel> blocks = BlockDefinition.in(model, field);
      boolean list = field.cardinality() instanceof FieldDefinition.Cardinality.Many;
      for (int i = 0; i < blocks.size(); i++) {
        String fieldPath = path.isEmpty() ? field.key() : path + "." + field.key();
        Place place =
            new Place(blocks.get(i), node, field.key(), i, list ? fieldPath + "." + i : fieldPath);
        requireFit(place, field);
        if (subscription.owns(place.block())) {
          addOwn(place);
        } else {
          addShared(place, sharedHere);
        }
      }
    }
  }

  private void addOwn(Place place) {
    ProductBlockModel block = place.block();
    Place other = own.putIfAbsent(block.subscriptionInstanceId(), place);
    if (other != null) {
      throw SaveRefused.BlockNotAllowed.twice(
          subscription.header(), block.toString(), place.path(), other.path());
    }
    walk(
        block,
        block.subscriptionInstanceId(),
        place.path(),
        BlockDefinition.of(block.getClass()).blockFields());
  }

  private void addShared(Place place, Map<UUID, String> sharedHere) {
    String other = sharedHere.putIfAbsent(place.block().subscriptionInstanceId(), place.path());
    if (other != null) {
      throw SaveRefused.BlockNotAllowed.twice(
          subscription.header(), place.block().toString(), place.path(), other);
    }
    shared.add(place);
  }

  private void requireFit(Place place, FieldDefinition.Blocks field) {
    ProductBlockModel block = place.block();
    if (!field.accepts(block.getClass())) {
      throw SaveRefused.BlockNotAllowed.kind(
          subscription.header(),
          block.name(),
          place.path(),
          world.defined().membersOf(field).stream().map(BlockDefinition::name).toList());
    }
    boolean owned = subscription.owns(block);
    if (field.ownership() == Ownership.OWNED && !owned) {
      throw SaveRefused.BlockNotAllowed.foreign(
          subscription.header(), block.toString(), block.ownerSubscriptionId(), place.path());
    }
    if (field.ownership() == Ownership.SHARED && owned) {
      throw SaveRefused.BlockNotAllowed.own(subscription.header(), block.toString(), place.path());
    }
    if (!world.has(block)) {
      throw SaveRefused.NotOfThisStep.block(subscription.header(), place.path(), block.toString());
    }
  }
}
