package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes anew by what blocks are found and held unique, a few subscriptions at a time. */
final class IndexRefill {

  private static final int BATCH = 100;

  // in the order in which saves lock
  private static final String NEXT =
      """
      select {columns}
      from {tables}
      where s.subscription_id > :after
      and s.status <> 'terminated'
      and exists (
        select 1
        from ${schema}.subscription_instances i
        where i.subscription_id = s.subscription_id
        and i.product_block_id = (select b.product_block_id from ${schema}.product_blocks b where b.name = :block))
      order by s.subscription_id
      limit :rows
      for share of s
      """.replace("{columns}", HeaderRows.COLUMNS).replace("{tables}", HeaderRows.TABLES);

  private static final String BLOCKS = """
      select i.subscription_instance_id, i.subscription_id, i.parent_id, i.attribute, i.position, i.label,
             i.instance_values::text as content
      from ${schema}.subscription_instances i
      where i.subscription_id = any(:subscriptions)
      and i.product_block_id = (select b.product_block_id from ${schema}.product_blocks b where b.name = :block)
      order by i.subscription_instance_id
      """;

  private final Database database;
  private final IndexRows rows;

  IndexRefill(Database database, IndexRows rows) {
    this.database = database;
    this.rows = rows;
  }

  void refill(BlockDefinition definition) {
    @Nullable UUID after = new UUID(0, 0);
    while (after != null) {
      UUID from = after;
      after = database.inTransaction(handle -> batch(handle, definition, from));
    }
  }

  private @Nullable UUID batch(Handle handle, BlockDefinition definition, UUID after)
      throws SQLException {
    Map<UUID, SubscriptionHeader> headers = new LinkedHashMap<>();
    handle
        .createQuery(NEXT)
        .bind("after", after)
        .bind("block", definition.name())
        .bind("rows", BATCH)
        .map((row, _) -> HeaderRows.header(row))
        .forEach(header -> headers.put(header.subscriptionId(), header));
    if (headers.isEmpty()) {
      return null;
    }
    List<StoredBlock> blocks = handle
        .createQuery(BLOCKS)
        .bind("subscriptions", headers.keySet().toArray(UUID[]::new))
        .bind("block", definition.name())
        .map((row, _) -> block(row, definition.name()))
        .list();
    IndexedValues values = IndexedValues.none();
    blocks.forEach(
        block -> values.add(definition, block, Objects.requireNonNull(headers.get(block.owner()))));
    rows.write(
        handle.getConnection(), blocks.stream().map(StoredBlock::id).toList(), values.sorted());
    return new ArrayList<>(headers.keySet()).getLast();
  }

  private static StoredBlock block(ResultSet row, String name) throws SQLException {
    return new StoredBlock(
        row.getObject("subscription_instance_id", UUID.class),
        row.getObject("subscription_id", UUID.class),
        name,
        row.getObject("parent_id", UUID.class),
        row.getString("attribute"),
        row.getInt("position"),
        row.getString("label"),
        (ObjectNode) Json.read(row.getString("content")));
  }
}
