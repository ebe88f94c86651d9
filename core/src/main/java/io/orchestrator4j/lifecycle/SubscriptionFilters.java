package io.orchestrator4j.lifecycle;

import io.orchestrator4j.process.FilterText;
import io.orchestrator4j.process.LinkedCondition;
import io.orchestrator4j.process.ListOrder;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.SnakeCase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds to lists of processes what they say of subscriptions: filters and orders by these. Thread-safe. */
public final class SubscriptionFilters {

  // "not exists" is planned as a join, process by process; "not in" would first collect all that
  // are not wanted
  private static final String LINKED = """
      exists (
        select
        from ${schema}.processes_subscriptions l
      """;
  private static final String WHERE = "  where l.process_id = p.process_id and ";
  private static final String WITH_SUBSCRIPTION =
      "join ${schema}.subscriptions s on s.subscription_id = l.subscription_id\n";
  private static final String NONE = "false";

  private final Database database;

  /** On the subscriptions of a database. */
  public SubscriptionFilters(Database database) {
    this.database = database;
  }

  /**
   * The condition that a filter is; empty where the field is none of subscriptions.
   *
   * @param field its name on the wire, in snake or camel case
   * @param value as {@link FilterText} reads it
   */
  public Optional<LinkedCondition> condition(String field, String value) {
    return Arrays.stream(SubscriptionFilter.values())
        .filter(each -> SnakeCase.isOf(each.text(), field))
        .findFirst()
        .map(filter -> condition(filter, value));
  }

  /**
   * What a sort orders by; empty where the field is none of subscriptions.
   *
   * @param field its name on the wire, in snake or camel case
   */
  public Optional<ListOrder> order(String field) {
    return Arrays.stream(SubscriptionOrder.values())
        .filter(each -> SnakeCase.isOf(each.text(), field))
        .findFirst()
        .map(Function.identity());
  }

  private LinkedCondition condition(SubscriptionFilter filter, String value) {
    // an id has dashes in it
    boolean id =
        filter == SubscriptionFilter.CUSTOMER || filter == SubscriptionFilter.SUBSCRIPTION_ID;
    FilterText wanted = new FilterText(value, !id);
    LinkedCondition positive = switch (filter) {
      case CUSTOMER -> customer(wanted);
      case PRODUCT -> product("name", wanted);
      case PRODUCT_DESCRIPTION -> product("description", wanted);
      case SUBSCRIPTION_ID -> subscription(wanted);
      case TAG -> product("tag", wanted);
    };
    return wanted.isNegated() ? bound -> "not (" + positive.sql(bound) + ")" : positive;
  }

  private static LinkedCondition subscription(FilterText wanted) {
    UUID[] ids = wanted.alternatives().stream()
        .flatMap(value -> FilterText.id(value).stream())
        .toArray(UUID[]::new);
    return bound -> ids.length == 0
        ? NONE
        : LINKED + WHERE + "l.subscription_id = any(" + bound.apply(ids) + "))";
  }

  private static LinkedCondition customer(FilterText wanted) {
    return bound -> LINKED + WITH_SUBSCRIPTION + WHERE + "("
        + wanted.alternatives().stream()
            .map(value -> isCustomer(value, bound))
            .collect(Collectors.joining(" or "))
        + "))";
  }

  // a whole id is looked up in its index, as it was written and as ids are written
  private static String isCustomer(String value, Function<Object, String> bound) {
    return FilterText.id(value)
        .map(id -> "s.customer_id = any(" + bound.apply(new String[] {value, id.toString()}) + ")")
        .orElseGet(() -> "s.customer_id ilike " + bound.apply(FilterText.pattern(value)));
  }

  /**
   * The products are few and looked up first, and their ids written out: the planner must see whether they are those of
   * a few subscriptions or of most.
   */
  private LinkedCondition product(String column, FilterText wanted) {
    String[] patterns =
        wanted.alternatives().stream().map(FilterText::pattern).toArray(String[]::new);
    List<UUID> ids = database.with(handle -> handle
        .createQuery("""
            select product_id
            from ${schema}.products
            where %s ilike any(:patterns)
            order by product_id
            """.formatted(column))
        .bind("patterns", patterns)
        .mapTo(UUID.class)
        .list());
    String literals = ids.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    return _ -> ids.isEmpty()
        ? NONE
        : LINKED + WITH_SUBSCRIPTION + WHERE + "s.product_id in (" + literals + "))";
  }
}
