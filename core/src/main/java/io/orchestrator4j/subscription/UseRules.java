package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.store.ColumnArrays;
import io.orchestrator4j.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds subscriptions that use one another's blocks to the statuses that fit together, however many are saved at the
 * same time.
 */
final class UseRules {

  // Rules:
  // - Who uses a block takes a shared lock on the row of the block's owner before looking at its
  // status; who changes
  //   that status, or removes the block, has updated that row before looking for users. So one of
  // two sees the other.
  // - All rows are locked in the order of their ids, whether to be changed or only to be looked at,
  // so that nobody
  //   waits for one who waits for him. One row alone is locked by its update.

  private record LockedRow(UUID id, boolean own) {}

  private static final ColumnArrays<LockedRow> LOCKED =
      new ColumnArrays<LockedRow>().uuid("id", LockedRow::id).bool("own", LockedRow::own);

  private static final String LOCK = """
      select l.id, used.status, used.description
      from (select * from {rows} order by r.id) as l
      left join lateral (
        select s.version
        from ${schema}.subscriptions s
        where s.subscription_id = l.id
        and l.own
        for no key update) as changed on true
      left join lateral (
        select s.status, s.description
        from ${schema}.subscriptions s
        where s.subscription_id = l.id
        and not l.own
        for share) as used on true
      """;

  private record Watched(@Nullable UUID owner, @Nullable UUID block, String forbidden) {}

  private static final ColumnArrays<Watched> WATCHED = new ColumnArrays<Watched>()
      .uuid("owner", Watched::owner)
      .uuid("block", Watched::block)
      .text("forbidden", Watched::forbidden);

  private static final int MOST_USERS = 20;

  // each kind by its own index: joined by "or", the whole table of blocks would be read
  private static final String USERS = """
      select i.subscription_id as owner, i.subscription_instance_id, b.name, s.subscription_id, s.description,
             s.status, p.name as product, r.block is not null as removed
      from {rows}
      cross join lateral (
        select *
        from ${schema}.subscription_instances
        where subscription_id = r.owner
        union all
        select *
        from ${schema}.subscription_instances
        where subscription_instance_id = r.block) as i
      join ${schema}.product_blocks b on b.product_block_id = i.product_block_id
      join ${schema}.subscription_instance_relations u
      on u.depends_on_id = i.subscription_instance_id
      and u.subscription_id <> i.subscription_id
      join ${schema}.subscriptions s on s.subscription_id = u.subscription_id
      join ${schema}.products p on p.product_id = s.product_id
      where s.status = any(string_to_array(r.forbidden, ','))
      order by s.description, s.subscription_id, i.subscription_instance_id
      limit\s""" + MOST_USERS;

  private final RowStatement<LockedRow> lock;
  private final RowStatement<Watched> users;

  UseRules(Database database) {
    this.lock = new RowStatement<>(database, LOCK, LOCKED);
    this.users = new RowStatement<>(database, USERS, WATCHED);
  }

  private record Owner(
      UUID id, @Nullable String status, @Nullable String description) {}

  /**
   * Locks the rows of what is changed, and of what it uses.
   *
   * @throws SaveRefused if what is used is not in a status in which it can be used
   */
  void lock(Connection connection, List<SubscriptionChange> changes) throws SQLException {
    Map<UUID, Boolean> rows = new TreeMap<>();
    for (SubscriptionChange change : changes) {
      change.needs().forEach(need -> rows.put(need.owner(), false));
    }
    for (SubscriptionChange change : changes) {
      rows.put(change.id(), true);
    }
    if (rows.size() < 2) {
      return;
    }
    Map<UUID, Owner> owners = new HashMap<>();
    lock.query(
            connection,
            rows.entrySet().stream()
                .map(row -> new LockedRow(row.getKey(), row.getValue()))
                .toList(),
            UseRules::owner)
        .forEach(owner -> owners.put(owner.id(), owner));
    for (SubscriptionChange change : changes) {
      for (SubscriptionChange.Need need : change.needs()) {
        requireUsable(change, need, owners.get(need.owner()));
      }
    }
  }

  private static Owner owner(ResultSet row) throws SQLException {
    return new Owner(
        row.getObject("id", UUID.class), row.getString("status"), row.getString("description"));
  }

  private static void requireUsable(
      SubscriptionChange change, SubscriptionChange.Need need, @Nullable Owner owner) {
    if (owner != null && owner.status() != null && owner.description() != null) {
      requireUsable(
          change.after(), need, owner.description(), SubscriptionLifecycle.parse(owner.status()));
    }
  }

  /** The same for an owner whose status is known. */
  static void requireUsable(
      SubscriptionHeader user,
      SubscriptionChange.Need need,
      String description,
      SubscriptionLifecycle status) {
    if (!status.allowedUsers().contains(user.status())) {
      throw SaveRefused.SharedBlockNotReady.status(
          user, user.status(), need.path(), need.owner(), description, status);
    }
  }

  private record User(UUID id, String reason) {}

  /**
   * Demands that nobody uses what has come to a status in which it cannot be used, or is to be removed.
   *
   * @throws SaveRefused naming those who do
   */
  void requireUnused(Connection connection, List<SubscriptionChange> changes, List<UUID> removed)
      throws SQLException {
    List<Watched> watched = watched(changes);
    String alive = forbidden(Set.of(SubscriptionLifecycle.TERMINATED));
    removed.forEach(block -> watched.add(new Watched(null, block, alive)));
    List<User> found = users.query(connection, watched, row -> user(row, changes));
    if (!found.isEmpty()) {
      throw new SaveRefused.InUse(
          found.stream().map(User::id).distinct().toList(),
          found.stream().map(User::reason).distinct().toList());
    }
  }

  /** Has a script see to it that nobody uses what has come to a status in which it cannot be used. */
  void addTo(SaveScript script, List<SubscriptionChange> changes) {
    script.addNothing(users, watched(changes));
  }

  private static List<Watched> watched(List<SubscriptionChange> changes) {
    List<Watched> watched = new ArrayList<>();
    for (SubscriptionChange change : changes) {
      String forbidden = forbidden(change.after().status().allowedUsers());
      if (change.changesStatus() && !forbidden.isEmpty()) {
        watched.add(new Watched(change.id(), null, forbidden));
      }
    }
    return watched;
  }

  private static User user(ResultSet row, List<SubscriptionChange> changes) throws SQLException {
    UUID owner = row.getObject("owner", UUID.class);
    String end = row.getBoolean("removed")
        ? "would be removed"
        : changes.stream()
            .filter(change -> change.id().equals(owner))
            .map(change -> "would be " + change.after().status().text())
            .findFirst()
            .orElse("would end");
    UUID id = row.getObject("subscription_id", UUID.class);
    return new User(
        id,
        "the block %s %s of the subscription %s %s, and is used by %s '%s' (%s, %s)"
            .formatted(
                row.getString("name"),
                row.getObject("subscription_instance_id", UUID.class),
                owner,
                end,
                id,
                row.getString("description"),
                row.getString("product"),
                row.getString("status")));
  }

  private static String forbidden(Set<SubscriptionLifecycle> allowed) {
    return Arrays.stream(SubscriptionLifecycle.values())
        .filter(status -> !allowed.contains(status))
        .map(SubscriptionLifecycle::text)
        .collect(Collectors.joining(","));
  }
}
