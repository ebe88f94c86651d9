package io.orchestrator4j.subscription;

import io.orchestrator4j.form.ChoiceSource;
import io.orchestrator4j.form.Option;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Which subscriptions are wanted: {@code subscriptions.find(Port.class).in(ACTIVE).where("port.port_mode", TAGGED)}.
 * Immutable; nothing is asked before a method that answers is called. At most 1,000 are listed, in the order in which
 * they were made.
 *
 * @param <T> what they are
 */
public final class SubscriptionQuery<T> implements ChoiceSource {

  private final SubscriptionStore store;
  private final Class<T> type;
  private final Restriction restriction;

  SubscriptionQuery(SubscriptionStore store, Class<T> type, Restriction restriction) {
    this.store = store;
    this.type = type;
    this.restriction = restriction;
  }

  /** Those that have one of these statuses. */
  public SubscriptionQuery<T> in(SubscriptionLifecycle... statuses) {
    return with(restriction.in(statuses));
  }

  /** Those that no process has locked. */
  public SubscriptionQuery<T> inSync() {
    return with(restriction.onlyInSync());
  }

  /** Those of one customer. */
  public SubscriptionQuery<T> ofCustomer(String customerId) {
    return with(restriction.ofCustomer(customerId));
  }

  /**
   * Those that have a value.
   *
   * @param path a fixed input, or the fields that lead to a value, as in {@code port.port_mode}; through a list, one of
   *     its blocks must have the value
   * @param value what the field holds; for a list of values also one of its items
   */
  public SubscriptionQuery<T> where(String path, @Nullable Object value) {
    return with(restriction.where(path, value));
  }

  /** At most so many. */
  public SubscriptionQuery<T> first(int rows) {
    return with(restriction.first(rows));
  }

  /**
   * The only one, with its tree.
   *
   * @throws NotUsable if there is none, or more than one
   */
  public T one() {
    return find().orElseThrow(() -> NotUsable.NotOne.none(describe()));
  }

  /**
   * The only one, with its tree, if there is one.
   *
   * @throws NotUsable if there is more than one
   */
  public Optional<T> find() {
    List<UUID> ids = first(2).ids();
    if (ids.size() > 1) {
      throw NotUsable.NotOne.several(describe(), ids);
    }
    return ids.stream().findFirst().map(id -> UnitOfWork.of(store).load(type, id));
  }

  /** With their trees. */
  public List<T> list() {
    return UnitOfWork.of(store).load(type, ids());
  }

  /** Without their trees. */
  public List<SubscriptionHeader> rows() {
    return rows(
        HeaderRows.HEADER + "::text as header",
        "s.subscription_id",
        (row, _) -> HeaderRows.header(row.getString("header")));
  }

  /** Their ids. */
  public List<UUID> ids() {
    return rows(
        "s.subscription_id",
        "s.subscription_id",
        (row, _) -> row.getObject("subscription_id", UUID.class));
  }

  /** How many there are. */
  public long count() {
    Conditions conditions = conditions();
    return store
        .database()
        .with(handle -> conditions
            .bind(handle.createQuery(
                "select count(*) from %s where %s".formatted(HeaderRows.TABLES, conditions.sql())))
            .mapTo(Long.class)
            .one());
  }

  /** Their ids with their descriptions, in the order of these, for people to choose from. */
  @Override
  public List<Option<UUID>> options() {
    return rows(
        "s.subscription_id, s.description",
        "lower(s.description), s.description, s.subscription_id",
        (row, _) -> new Option<>(
            row.getObject("subscription_id", UUID.class), row.getString("description")));
  }

  private <R> List<R> rows(String columns, String order, RowMapper<R> mapper) {
    Conditions conditions = conditions();
    // the limit is written out: the planner must see how few rows are wanted
    String sql = "select %s\nfrom %s\nwhere %s\norder by %s\nlimit %d"
        .formatted(columns, HeaderRows.TABLES, conditions.sql(), order, restriction.limit());
    return store.database().with(handle -> {
      Query query = conditions.bind(handle.createQuery(sql));
      return query.map(mapper::map).list();
    });
  }

  private interface RowMapper<R> {
    R map(ResultSet row, StatementContext context) throws SQLException;
  }

  private Conditions conditions() {
    Conditions conditions = new Conditions();
    List<ProductTypeDefinition> types = store.defined().typesOf(type);
    if (types.isEmpty() && !type.isAssignableFrom(SubscriptionModel.class)) {
      throw NotUsable.NotDefined.noneOf(type);
    }
    if (!type.isAssignableFrom(SubscriptionModel.class)) {
      String[] names = types.stream().map(ProductTypeDefinition::name).toArray(String[]::new);
      conditions.add("p.product_type = any(" + conditions.bound(names) + ")");
    }
    restriction.addTo(conditions);
    for (Restriction.Where where : restriction.wheres()) {
      conditions.add(
          new FieldPath(store.defined(), where, restriction.isAboutTheLiving(), conditions)
              .from(types));
    }
    return conditions;
  }

  private String describe() {
    return type.getSimpleName()
        + restriction.wheres().stream()
            .map(where -> " with %s = %s".formatted(where.path(), where.value()))
            .collect(Collectors.joining());
  }

  private SubscriptionQuery<T> with(Restriction other) {
    return new SubscriptionQuery<>(store, type, other);
  }
}
