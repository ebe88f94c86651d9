package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which blocks are wanted, whichever subscription they belong to: {@code subscriptions.blocks(ChannelBlock.class)
 * .where("och_id", 7).in(ACTIVE).one()}. Immutable; nothing is asked before a method that answers is called. At most
 * 1,000 are listed, in the order in which they were made.
 *
 * @param <B> what they are
 */
public final class BlockQuery<B> extends SoldQuery<B, BlockQuery<B>> {

  private static final String TABLES = """
      ${schema}.subscription_instances i
      join ${schema}.product_blocks b on b.product_block_id = i.product_block_id
      join ${schema}.subscriptions s on s.subscription_id = i.subscription_id""";

  BlockQuery(SubscriptionStore store, Class<B> type, Restriction restriction) {
    super(store, type, restriction, TABLES);
  }

  @Override
  public Optional<B> find() {
    List<B> found = first(2).list();
    if (found.size() > 1) {
      throw NotUsable.NotOne.several(describe(), found);
    }
    return found.stream().findFirst();
  }

  /** With their subscriptions. */
  public List<B> list() {
    List<Place> places = places();
    Set<UUID> subscriptions = new LinkedHashSet<>();
    places.forEach(place -> subscriptions.add(place.subscriptionId()));
    UnitOfWork unit = UnitOfWork.of(store);
    unit.prepare(subscriptions);
    List<B> found = new ArrayList<>();
    for (Place place : places) {
      unit.block(type, place.instanceId()).ifPresent(found::add);
    }
    return found;
  }

  /** Their ids. */
  public List<UUID> ids() {
    return places().stream().map(Place::instanceId).toList();
  }

  private record Place(UUID instanceId, UUID subscriptionId) {}

  private List<Place> places() {
    Conditions conditions = conditions();
    // the limit is written out: the planner must see how few rows are wanted
    String sql =
        "select i.subscription_instance_id, i.subscription_id\nfrom %s\nwhere %s\norder by i.subscription_instance_id\nlimit %d"
            .formatted(TABLES, conditions.sql(), restriction.limit());
    return store
        .database()
        .with(handle -> conditions
            .bind(handle.createQuery(sql))
            .map((row, _) -> new Place(
                row.getObject("subscription_instance_id", UUID.class),
                row.getObject("subscription_id", UUID.class)))
            .list());
  }

  @Override
  Conditions conditions() {
    List<BlockDefinition> blocks = store.defined().blocks().stream()
        .filter(block -> type.isAssignableFrom(block.type()))
        .toList();
    if (blocks.isEmpty()) {
      throw NotUsable.NotDefined.noneOf(type);
    }
    Conditions conditions = new Conditions();
    String[] names = blocks.stream().map(BlockDefinition::name).toArray(String[]::new);
    conditions.add("b.name = any(" + conditions.bound(names) + ")");
    restriction.addTo(conditions);
    for (Restriction.Where where : restriction.wheres()) {
      conditions.add(
          new FieldPath(store.defined(), where, restriction.isAboutTheLiving(), conditions)
              .in(blocks));
    }
    return conditions;
  }

  @Override
  BlockQuery<B> with(Restriction other) {
    return new BlockQuery<>(store, type, other);
  }
}
