package io.orchestrator4j.subscription;

import io.orchestrator4j.form.ChoiceSource;
import io.orchestrator4j.form.Option;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Which subscriptions are wanted: {@code subscriptions.find(Port.class).in(ACTIVE).where("port.port_mode", TAGGED)}.
 * Immutable; nothing is asked before a method that answers is called. At most 1,000 are listed, in the order in which
 * they were made.
 *
 * @param <T> what they are
 */
public final class SubscriptionQuery<T> extends SoldQuery<T, SubscriptionQuery<T>>
    implements ChoiceSource {

  SubscriptionQuery(SubscriptionStore store, Class<T> type, Restriction restriction) {
    super(store, type, restriction, HeaderRows.TABLES);
  }

  @Override
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
    return rows(HeaderRows.COLUMNS, "s.subscription_id", (row, _) -> HeaderRows.header(row));
  }

  /** Their ids. */
  public List<UUID> ids() {
    return rows(
        "s.subscription_id",
        "s.subscription_id",
        (row, _) -> row.getObject("subscription_id", UUID.class));
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

  @Override
  Conditions conditions() {
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

  @Override
  SubscriptionQuery<T> with(Restriction other) {
    return new SubscriptionQuery<>(store, type, other);
  }
}
