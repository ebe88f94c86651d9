package io.orchestrator4j.subscription;

import io.orchestrator4j.store.ColumnArrays;
import io.orchestrator4j.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tables by which blocks are found, and held unique. */
final class IndexRows {

  private static final ColumnArrays<UUID> IDS = new ColumnArrays<UUID>().uuid("id", id -> id);

  private static final ColumnArrays<IndexedValues.Searchable> SEARCHABLE = new ColumnArrays<
          IndexedValues.Searchable>()
      .uuid("instance_id", IndexedValues.Searchable::instance)
      .text("block", IndexedValues.Searchable::block)
      .text("field", IndexedValues.Searchable::field)
      .integer("position", IndexedValues.Searchable::position)
      .text("value", IndexedValues.Searchable::value);

  private static final ColumnArrays<IndexedValues.Unique> UNIQUE = new ColumnArrays<
          IndexedValues.Unique>()
      .uuid("instance_id", IndexedValues.Unique::instance)
      .text("block", IndexedValues.Unique::block)
      .text("field", IndexedValues.Unique::field)
      .text("scope", IndexedValues.Unique::scope)
      .text("hash", IndexedValues.Unique::hash);

  private static final String REMOVE_SEARCHABLE = """
      delete from ${schema}.searchable_values v
      using {rows}
      where v.subscription_instance_id = r.id
      """;

  private static final String INSERT_SEARCHABLE = """
      insert into ${schema}.searchable_values (subscription_instance_id, product_block_id, field, position, value)
      select r.instance_id, b.product_block_id, r.field, r.position, r.value
      from {rows}
      join ${schema}.product_blocks b on b.name = r.block
      """;

  private static final String REMOVE_UNIQUE = """
      delete from ${schema}.unique_values v
      using {rows}
      where v.subscription_instance_id = r.id
      """;

  // it waits for others that are about to write the same value, and skips what they have written
  private static final String INSERT_UNIQUE = """
      insert into ${schema}.unique_values (product_block_id, field, scope, value_hash, subscription_instance_id)
      select b.product_block_id, r.field, r.scope, decode(r.hash, 'hex'), r.instance_id
      from {rows}
      join ${schema}.product_blocks b on b.name = r.block
      on conflict (product_block_id, field, scope, value_hash) do nothing
      """;

  private static final String HOLDERS = """
      select r.block, r.field, v.subscription_instance_id, s.subscription_id, s.description
      from {rows}
      join ${schema}.product_blocks b on b.name = r.block
      join ${schema}.unique_values v
      on v.product_block_id = b.product_block_id
      and v.field = r.field
      and v.scope = r.scope
      and v.value_hash = decode(r.hash, 'hex')
      and v.subscription_instance_id <> r.instance_id
      join ${schema}.subscription_instances i on i.subscription_instance_id = v.subscription_instance_id
      join ${schema}.subscriptions s on s.subscription_id = i.subscription_id
      order by s.description, s.subscription_id
      limit 1
      """;

  private final RowStatement<UUID> removeSearchable;
  private final RowStatement<IndexedValues.Searchable> insertSearchable;
  private final RowStatement<UUID> removeUnique;
  private final RowStatement<IndexedValues.Unique> insertUnique;
  private final RowStatement<IndexedValues.Unique> holders;

  IndexRows(Database database) {
    this.removeSearchable = new RowStatement<>(database, REMOVE_SEARCHABLE, IDS);
    this.insertSearchable = new RowStatement<>(database, INSERT_SEARCHABLE, SEARCHABLE);
    this.removeUnique = new RowStatement<>(database, REMOVE_UNIQUE, IDS);
    this.insertUnique = new RowStatement<>(database, INSERT_UNIQUE, UNIQUE);
    this.holders = new RowStatement<>(database, HOLDERS, UNIQUE);
  }

  /**
   * Writes the values of blocks.
   *
   * @param outdated the blocks whose values are others now, or do not count any more
   * @throws SaveRefused if a value that is to be unique is taken
   */
  void write(Connection connection, List<UUID> outdated, IndexedValues values) throws SQLException {
    removeSearchable.update(connection, outdated);
    insertSearchable.update(connection, values.searchable());
    removeUnique.update(connection, outdated);
    List<IndexedValues.Unique> unique = values.unique();
    if (insertUnique.update(connection, unique) != unique.size()) {
      refuse(connection, unique);
    }
  }

  /** Has the same done by a script. */
  void addTo(SaveScript script, List<UUID> outdated, IndexedValues values) {
    script.addAnyNumber(removeSearchable, outdated);
    script.add(insertSearchable, values.searchable());
    script.addAnyNumber(removeUnique, outdated);
    script.add(insertUnique, values.unique());
  }

  private void refuse(Connection connection, List<IndexedValues.Unique> unique)
      throws SQLException {
    List<SaveRefused.ValueTaken> taken = holders.query(
        connection,
        unique,
        row -> SaveRefused.ValueTaken.by(
            place(unique, row.getString("block"), row.getString("field")),
            row.getObject("subscription_instance_id", UUID.class),
            row.getObject("subscription_id", UUID.class),
            row.getString("description")));
    if (taken.isEmpty()) {
      throw new SQLException(
          "the holder of a unique value has just let go of it; once more", "40001");
    }
    throw taken.getFirst();
  }

  private static String place(List<IndexedValues.Unique> unique, String block, String field) {
    Set<String> places = new HashSet<>();
    unique.stream()
        .filter(each -> each.block().equals(block) && each.field().equals(field))
        .forEach(each -> places.add(each.place()));
    return String.join(", ", places);
  }
}
