package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks are wanted, whichever subscription they belong to: {@code subscriptions.blocks(ChannelBlock.class)
 * .where("och_id", 7).in(ACTIVE).one()}. Immutable; nothing is asked before a method that answers is called. At most
 * 1,000 are listed, in the order in which they were made.
 *
 * @param <B> what they are
 */
public final class BlockQuery<B> {

  private static final String TABLES = """
      ${schema}.subscription_instances i
      join ${schema}.product_blocks b on b.product_block_id = i.product_block_id
      join ${schema}.subscriptions s on s.subscription_id = i.subscription_id""";

  private final SubscriptionStore store;
  private final Class<B> type;
  private final Restriction restriction;

  BlockQuery(SubscriptionStore store, Class<B> type, Restriction restriction) {
    this.store = store;
    this.type = type;
    this.restriction = restriction;
  }

  /** Those whose subscription has one of these statuses. */
  public BlockQuery<B> in(SubscriptionLifecycle... statuses) {
    return with(restriction.in(statuses));
  }

  /** Those whose subscription no process has locked. */
  public BlockQuery<B> inSync() {
    return with(restriction.onlyInSync());
  }

  /** Those of one customer. */
  public BlockQuery<B> ofCustomer(String customerId) {
    return with(restriction.ofCustomer(customerId));
  }

  /**
   * Those that have a value.
   *
   * @param path the fields that lead to it, from the block on; through a list, one of its blocks must have the value
   * @param value what the field holds; for a list of values also one of its items
   */
  public BlockQuery<B> where(String path, @Nullable Object value) {
    return with(restriction.where(path, value));
  }

  /** At most so many. */
  public BlockQuery<B> first(int rows) {
    return with(restriction.first(rows));
  }

  /**
   * The only one, with its subscription.
   *
   * @throws NotUsable if there is none, or more than one
   */
  public B one() {
    return find().orElseThrow(() -> NotUsable.NotOne.none(describe()));
  }

  /**
   * The only one, with its subscription, if there is one.
   *
   * @throws NotUsable if there is more than one
   */
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

  /** How many there are. */
  public long count() {
    Conditions conditions = conditions();
    return store
        .database()
        .with(handle -> conditions
            .bind(handle.createQuery(
                "select count(*) from %s where %s".formatted(TABLES, conditions.sql())))
            .mapTo(Long.class)
            .one());
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

  private Conditions conditions() {
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

  private String describe() {
    return type.getSimpleName()
        + restriction.wheres().stream()
            .map(where -> " with %s = %s".formatted(where.path(), where.value()))
            .collect(Collectors.joining());
  }

  private BlockQuery<B> with(Restriction other) {
    return new BlockQuery<>(store, type, other);
  }
}
