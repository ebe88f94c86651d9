package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.store.Database;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which subscriptions use blocks of which others, one level deep, each question in one query. Thread-safe. */
public final class SubscriptionRelations {

  /** How many neighbours of one subscription are listed at most. */
  public static final int MOST = 1000;

  private static final String USERS = """
      select u.subscription_id
      from ${schema}.subscription_instances i
      join ${schema}.subscription_instance_relations u on u.depends_on_id = i.subscription_instance_id
      where i.subscription_id = w.id
      and u.subscription_id <> w.id
      """;

  private static final String USED = """
      select i.subscription_id
      from ${schema}.subscription_instance_relations u
      join ${schema}.subscription_instances i on i.subscription_instance_id = u.depends_on_id
      where u.subscription_id = w.id
      and i.subscription_id <> w.id
      """;

  private static final String NEIGHBOURS = """
      select w.id, n.*
      from unnest(:ids) as w (id)
      cross join lateral (
        select {columns}
        from {tables}
        where s.subscription_id in ({neighbours})
        and {condition}
        order by s.subscription_id
        limit {most}) as n
      order by w.id, n.subscription_id
      """.replace("{columns}", HeaderRows.COLUMNS)
      .replace("{tables}", HeaderRows.TABLES)
      .replace("{most}", Integer.toString(MOST));

  private static final String USES = """
      select i.subscription_instance_id as block, i.parent_id as user_id, i.subscription_id
      from ${schema}.subscription_instances i
      where i.subscription_instance_id = any(:blocks)
      and i.parent_id is not null
      union all
      select u.depends_on_id, u.in_use_by_id, u.subscription_id
      from ${schema}.subscription_instance_relations u
      where u.depends_on_id = any(:blocks)
      and u.in_use_by_id <> u.subscription_id
      order by block, user_id
      """;

  private final Database database;

  SubscriptionRelations(Database database) {
    this.database = database;
  }

  /** The subscriptions that use blocks of one. */
  public List<SubscriptionHeader> inUseBy(UUID subscriptionId, SubscriptionLifecycle... statuses) {
    return inUseBy(List.of(subscriptionId), statuses).getOrDefault(subscriptionId, List.of());
  }

  /**
   * The subscriptions that use blocks of each of several; one without any is left out.
   *
   * @param statuses one of which they must have; any will do where there are none
   */
  public Map<UUID, List<SubscriptionHeader>> inUseBy(
      Collection<UUID> subscriptionIds, SubscriptionLifecycle... statuses) {
    return neighbours(subscriptionIds, USERS, condition(statuses), statuses);
  }

  /** The subscriptions whose blocks one uses. */
  public List<SubscriptionHeader> dependsOn(
      UUID subscriptionId, SubscriptionLifecycle... statuses) {
    return dependsOn(List.of(subscriptionId), statuses).getOrDefault(subscriptionId, List.of());
  }

  /**
   * The subscriptions whose blocks each of several uses; one without any is left out.
   *
   * @param statuses one of which they must have; any will do where there are none
   */
  public Map<UUID, List<SubscriptionHeader>> dependsOn(
      Collection<UUID> subscriptionIds, SubscriptionLifecycle... statuses) {
    return neighbours(subscriptionIds, USED, condition(statuses), statuses);
  }

  /** The subscriptions that use blocks of one and are not terminated. */
  public List<SubscriptionHeader> unterminatedUsers(UUID subscriptionId) {
    return inUseBy(
        subscriptionId,
        Arrays.stream(SubscriptionLifecycle.values())
            .filter(SubscriptionLifecycle::isAlive)
            .toArray(SubscriptionLifecycle[]::new));
  }

  /** The subscriptions that use blocks of one, or whose blocks it uses, and are out of sync. */
  public List<SubscriptionHeader> outOfSyncNeighbours(UUID subscriptionId) {
    return neighbours(Set.of(subscriptionId), USERS + "union\n" + USED, "s.locked_by is not null")
        .getOrDefault(subscriptionId, List.of());
  }

  private Map<UUID, List<SubscriptionHeader>> neighbours(
      Collection<UUID> ids, String which, String condition, SubscriptionLifecycle... statuses) {
    Map<UUID, List<SubscriptionHeader>> found = new LinkedHashMap<>();
    String sql = NEIGHBOURS.replace("{neighbours}", which).replace("{condition}", condition);
    return database.with(handle -> {
      var query = handle.createQuery(sql).bind("ids", ids.toArray(UUID[]::new));
      if (statuses.length > 0) {
        query.bind("statuses", Statuses.texts(statuses));
      }
      return query.reduceResultSet(found, (all, row, _) -> {
        all.computeIfAbsent(row.getObject("id", UUID.class), _ -> new ArrayList<>())
            .add(HeaderRows.header(row));
        return all;
      });
    });
  }

  private static String condition(SubscriptionLifecycle... statuses) {
    return statuses.length == 0 ? "true" : "s.status = any(:statuses)";
  }

  /** A block that has another one in a field. */
  public record BlockUse(UUID subscriptionInstanceId, UUID subscriptionId) {}

  /**
   * What has blocks in a field, by block: the block above it in its own subscription, and blocks of others. A block
   * without any is left out.
   */
  public Map<UUID, List<BlockUse>> usesOf(Collection<UUID> instanceIds) {
    Map<UUID, List<BlockUse>> found = new LinkedHashMap<>();
    return database.with(handle -> handle
        .createQuery(USES)
        .bind("blocks", instanceIds.toArray(UUID[]::new))
        .reduceResultSet(found, (all, row, _) -> {
          all.computeIfAbsent(row.getObject("block", UUID.class), _ -> new ArrayList<>())
              .add(new BlockUse(
                  row.getObject("user_id", UUID.class),
                  row.getObject("subscription_id", UUID.class)));
          return all;
        }));
  }
}
