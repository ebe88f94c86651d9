package io.orchestrator4j.subscription;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads trees: any number of them, as deep as they go, in one statement. */
final class TreeRows {

  private static final String TREES = """
      with recursive shared (id) as (
        select r.depends_on_id
        from ${schema}.subscription_instance_relations r
        where r.subscription_id = {whole}
      {users}
        union
        select below.id
        from shared
        cross join lateral (
          select i.subscription_instance_id as id
          from ${schema}.subscription_instances i
          where i.parent_id = shared.id
          union all
          select r.depends_on_id
          from ${schema}.subscription_instance_relations r
          where r.in_use_by_id = shared.id) as below),
      nodes (ids) as (
        select array(
          select i.subscription_instance_id
          from ${schema}.subscription_instances i
          where i.subscription_id = {whole}
          union all
          select id from shared
          union all
          select {each})),
      blocks as materialized (
        select i.*
        from ${schema}.subscription_instances i
        where i.subscription_instance_id = any((select ids from nodes)::uuid[]))
      select 'block' as kind, i.subscription_id, i.subscription_instance_id as id, i.parent_id as other_id, b.name,
             i.attribute, i.position, i.label, i.instance_values::text as content
      from blocks i
      join ${schema}.product_blocks b on b.product_block_id = i.product_block_id
      union all
      select 'use', r.subscription_id, r.depends_on_id, r.in_use_by_id, null, r.attribute, r.position, null, null
      from ${schema}.subscription_instance_relations r
      where r.in_use_by_id = any((select ids from nodes)::uuid[])
      union all
      select 'subscription', s.subscription_id, null, null, null, null, s.history_room, null,
             json_build_object('header', {header}, 'fixed_inputs', {inputs})::text
      from ${schema}.subscriptions s
      join ${schema}.products p on p.product_id = s.product_id
      where s.subscription_id = any(array(select subscription_id from blocks union select {each}))
      """.replace("{header}", HeaderDocuments.HEADER)
      .replace("{inputs}", HeaderDocuments.FIXED_INPUTS);

  private static final String USERS = """
        union
        select r.in_use_by_id
        from ${schema}.subscription_instance_relations r
        where r.depends_on_id = any(:used)
      """;

  private static final String SEVERAL = trees(USERS, "any(:whole)", "unnest(:whole)");

  // what steps load; for a single value the server keeps a plan, where an array is planned for with
  // each load, and that takes longer than all the rest of it
  private static final String ONE = trees("", ":whole", ":whole::uuid");

  private final Database database;

  TreeRows(Database database) {
    this.database = database;
  }

  /**
   * The trees of subscriptions, and the blocks that have certain blocks in a field, with what is below them.
   *
   * @param whole the subscriptions; one that is not there is left out
   * @param used the blocks whose users are wanted
   */
  StoredTrees read(Collection<UUID> whole, Collection<UUID> used) {
    StoredTrees found = new StoredTrees(new HashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    return database.with(handle -> {
      Query query = whole.size() == 1 && used.isEmpty()
          ? handle.createQuery(ONE).bind("whole", whole.iterator().next())
          : handle
              .createQuery(SEVERAL)
              .bind("whole", whole.toArray(UUID[]::new))
              .bind("used", used.toArray(UUID[]::new));
      return query.reduceResultSet(found, (trees, row, _) -> add(trees, row));
    });
  }

  private static String trees(String users, String whole, String each) {
    return TREES.replace("{users}", users).replace("{whole}", whole).replace("{each}", each);
  }

  private static StoredTrees add(StoredTrees trees, ResultSet row) throws SQLException {
    switch (row.getString("kind")) {
      case "block" -> trees.blocks().put(id(row, "id"), block(row));
      case "use" -> trees.uses().add(use(row));
      default -> trees.subscriptions().put(id(row, "subscription_id"), subscription(row));
    }
    return trees;
  }

  private static StoredBlock block(ResultSet row) throws SQLException {
    return new StoredBlock(
        id(row, "id"),
        id(row, "subscription_id"),
        row.getString("name"),
        row.getObject("other_id", UUID.class),
        row.getString("attribute"),
        row.getInt("position"),
        row.getString("label"),
        (ObjectNode) Json.read(row.getString("content")));
  }

  private static StoredUse use(ResultSet row) throws SQLException {
    return new StoredUse(
        id(row, "other_id"),
        row.getString("attribute"),
        row.getInt("position"),
        id(row, "id"),
        id(row, "subscription_id"));
  }

  private static StoredSubscription subscription(ResultSet row) throws SQLException {
    JsonNode content = Json.read(row.getString("content"));
    return new StoredSubscription(
        HeaderDocuments.header(content.path("header")),
        HeaderDocuments.fixedInputs(content.path("fixed_inputs")),
        row.getInt("position"));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }
}
