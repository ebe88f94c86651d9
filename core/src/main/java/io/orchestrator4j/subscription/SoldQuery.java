package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a query for subscriptions and one for their blocks have in common. Immutable.
 *
 * @param <T> what is wanted
 * @param <Q> the query itself
 */
abstract sealed class SoldQuery<T, Q extends SoldQuery<T, Q>>
    permits SubscriptionQuery, BlockQuery {

  final SubscriptionStore store;
  final Class<T> type;
  final Restriction restriction;
  private final String tables;

  /**
   * A query.
   *
   * @param tables with the subscriptions as {@code s}, and all that {@link #conditions} are about
   */
  SoldQuery(SubscriptionStore store, Class<T> type, Restriction restriction, String tables) {
    this.store = store;
    this.type = type;
    this.restriction = restriction;
    this.tables = tables;
  }

  /** Those whose subscription has one of these statuses. */
  public Q in(SubscriptionLifecycle... statuses) {
    return with(restriction.in(statuses));
  }

  /** Those whose subscription no process has locked. */
  public Q inSync() {
    return with(restriction.onlyInSync());
  }

  /** Those of one customer. */
  public Q ofCustomer(String customerId) {
    return with(restriction.ofCustomer(customerId));
  }

  /**
   * Those that have a value.
   *
   * @param path a fixed input of a subscription, or the fields that lead to a value, from the subscription or the block
   *     on, as in {@code port.port_mode}; through a list, one of its blocks must have the value
   * @param value what the field holds; for a list of values also one of its items
   */
  public Q where(String path, @Nullable Object value) {
    return with(restriction.where(path, value));
  }

  /** At most so many. */
  public Q first(int rows) {
    return with(restriction.first(rows));
  }

  /**
   * The only one, with its whole subscription.
   *
   * @throws NotUsable if there is none, or more than one
   */
  public T one() {
    return find().orElseThrow(() -> NotUsable.NotOne.none(describe()));
  }

  /**
   * The only one, with its whole subscription, if there is one.
   *
   * @throws NotUsable if there is more than one
   */
  public abstract Optional<T> find();

  /** How many there are. */
  public long count() {
    Conditions conditions = conditions();
    return store
        .database()
        .with(handle -> conditions
            .bind(handle.createQuery(
                "select count(*) from %s where %s".formatted(tables, conditions.sql())))
            .mapTo(Long.class)
            .one());
  }

  /** The same query with another restriction. */
  abstract Q with(Restriction other);

  /** What its rows must fulfil. */
  abstract Conditions conditions();

  /** What is wanted, in words. */
  final String describe() {
    return type.getSimpleName()
        + restriction.wheres().stream()
            .map(where -> " with %s = %s".formatted(where.path(), where.value()))
            .collect(Collectors.joining());
  }
}
