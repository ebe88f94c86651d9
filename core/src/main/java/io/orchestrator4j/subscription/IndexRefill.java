package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes anew by what blocks are found and held unique: saves do so by themselves, it is for what was stored before a field
 * was searchable or unique, and for what was changed in bulk. Thread-safe.
 */
public final class IndexRefill {

  private static final Logger LOG = LoggerFactory.getLogger(IndexRefill.class);

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

  // blocks that have a value, of their own or the class's, by which they are not found
  private static final String IS_MISSING = """
      select exists (
        select
        from ${schema}.subscription_instances i
        join ${schema}.subscriptions s using (subscription_id)
        where i.product_block_id = (select b.product_block_id from ${schema}.product_blocks b where b.name = :block)
        and s.status <> 'terminated'
        and {value}
        and not exists (
          select
          from ${schema}.{table} v
          where v.subscription_instance_id = i.subscription_instance_id
          and v.field = :field))
      """;

  private static final String SEARCHED = """
      case json_typeof(i.instance_values -> :field)
        when 'null' then false
        when 'array' then exists (
          select
          from json_array_elements(i.instance_values -> :field) as item
          where json_typeof(item) <> 'null')
        else (i.instance_values -> :field is not null or :by_default)
      end""";

  private static final String HELD_UNIQUE =
      "coalesce(json_typeof(i.instance_values -> :field) <> 'null', :by_default)";

  private final Database database;
  private final DefinedProducts defined;
  private final IndexRows rows;

  /**
   * A refill.
   *
   * @param defined the blocks that this application has classes for
   */
  public IndexRefill(Database database, DefinedProducts defined) {
    this(database, defined, new IndexRows(database));
  }

  IndexRefill(Database database, DefinedProducts defined, IndexRows rows) {
    this.database = database;
    this.defined = defined;
    this.rows = rows;
  }

  /**
   * Writes those of some kinds of blocks, in the transaction of a handle. Kinds that this application has no class for are
   * left as they are.
   *
   * @param blocks the names of the kinds
   * @throws SaveRefused if two blocks have a value that is to be unique
   */
  public void refill(Handle handle, Collection<String> blocks) throws SQLException {
    for (String block : blocks) {
      Optional<BlockDefinition> definition = defined.block(block).filter(IndexedValues::any);
      @Nullable UUID after = definition.isPresent() ? new UUID(0, 0) : null;
      while (after != null) {
        after = batch(handle, definition.orElseThrow(), after);
      }
    }
  }

  /**
   * Writes those of all kinds of blocks of which some are not found by what they have, because a field was not searchable
   * or unique when they were stored; a few subscriptions in a transaction.
   *
   * @throws SaveRefused if two blocks have a value that is to be unique
   */
  public void refillWhatIsMissing() {
    for (BlockDefinition definition : defined.blocks()) {
      if (IndexedValues.any(definition) && isMissing(definition)) {
        LOG.info("Blocks '{}' get by what they are found", definition.name());
        refill(definition);
      }
    }
  }

  private boolean isMissing(BlockDefinition definition) {
    return definition.values().stream()
        .anyMatch(field -> (field.searchable() && isNotFound(definition, field))
            || (field.unique() != null && isNotHeld(definition, field)));
  }

  private boolean isNotFound(BlockDefinition definition, FieldDefinition.Value field) {
    JsonNode standard = InitialValue.of(definition, field);
    boolean byDefault = !IndexedText.of(field.access().place(), standard).isEmpty();
    return isMissing(definition, field, "searchable_values", SEARCHED, byDefault);
  }

  private boolean isNotHeld(BlockDefinition definition, FieldDefinition.Value field) {
    boolean byDefault = !InitialValue.of(definition, field).isNull();
    return isMissing(definition, field, "unique_values", HELD_UNIQUE, byDefault);
  }

  private boolean isMissing(
      BlockDefinition definition,
      FieldDefinition.Value field,
      String table,
      String value,
      boolean byDefault) {
    return database.with(handle -> handle
        .createQuery(IS_MISSING.replace("{value}", value).replace("{table}", table))
        .bind("block", definition.name())
        .bind("field", field.key())
        .bind("by_default", byDefault)
        .mapTo(Boolean.class)
        .one());
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
