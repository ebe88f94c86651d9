package io.orchestrator4j.subscription;

import io.orchestrator4j.store.ColumnArrays;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rows of blocks and of what their fields take from other subscriptions: how they are written. */
final class BlockRows {

  private static final ColumnArrays<StoredBlock> BLOCKS = new ColumnArrays<StoredBlock>()
      .uuid("subscription_instance_id", StoredBlock::id)
      .uuid("subscription_id", StoredBlock::owner)
      .text("name", StoredBlock::name)
      .uuid("parent_id", StoredBlock::parent)
      .text("attribute", StoredBlock::attribute)
      .integer("position", StoredBlock::position)
      .text("label", StoredBlock::label)
      .text("instance_values", block -> Json.write(block.values()));

  private static final ColumnArrays<StoredUse> USES = new ColumnArrays<StoredUse>()
      .uuid("in_use_by_id", StoredUse::user)
      .text("attribute", StoredUse::attribute)
      .integer("position", StoredUse::position)
      .uuid("depends_on_id", StoredUse::block)
      .uuid("subscription_id", StoredUse::subscription);

  private static final ColumnArrays<UUID> IDS = new ColumnArrays<UUID>().uuid("id", id -> id);

  private static final String UPSERT = """
      insert into ${schema}.subscription_instances (
        subscription_instance_id, subscription_id, product_block_id, parent_id, attribute, position, label,
        instance_values)
      select r.subscription_instance_id, r.subscription_id, b.product_block_id, r.parent_id, r.attribute, r.position,
             r.label, r.instance_values::json
      from {rows}
      join ${schema}.product_blocks b on b.name = r.name
      on conflict (subscription_instance_id) do update
      set parent_id = excluded.parent_id, attribute = excluded.attribute, position = excluded.position,
          label = excluded.label, instance_values = excluded.instance_values
      """;

  // what a terminated subscription has of a block goes with it; what others have is refused before
  private static final String REMOVE = """
      with gone as materialized (
        select r.id
        from {rows}),
      unused as (
        delete from ${schema}.subscription_instance_relations u
        using gone
        where u.depends_on_id = gone.id)
      delete from ${schema}.subscription_instances i
      using gone
      where i.subscription_instance_id = gone.id
      """;

  private static final String REMOVE_USES = """
      delete from ${schema}.subscription_instance_relations u
      using {rows}
      where u.in_use_by_id = r.id
      """;

  private static final String INSERT_USES = """
      insert into ${schema}.subscription_instance_relations (
        in_use_by_id, attribute, position, depends_on_id, subscription_id)
      select r.in_use_by_id, r.attribute, r.position, r.depends_on_id, r.subscription_id
      from {rows}
      join ${schema}.subscription_instances i on i.subscription_instance_id = r.depends_on_id
      returning depends_on_id
      """;

  private final RowStatement<StoredBlock> upsert;
  private final RowStatement<UUID> remove;
  private final RowStatement<UUID> removeUses;
  private final RowStatement<StoredUse> insertUses;

  BlockRows(Database database) {
    this.upsert = new RowStatement<>(database, UPSERT, BLOCKS);
    this.remove = new RowStatement<>(database, REMOVE, IDS);
    this.removeUses = new RowStatement<>(database, REMOVE_USES, IDS);
    this.insertUses = new RowStatement<>(database, INSERT_USES, USES);
  }

  /** Has blocks that are new or differ written by a script. */
  void addTo(SaveScript script, List<TreeChange> changes) {
    List<StoredBlock> blocks = new ArrayList<>();
    changes.forEach(change -> change.written().forEach(written -> blocks.add(written.after())));
    script.add(upsert, blocks);
  }

  /** Removes what fields took from other subscriptions, where they take something else now. */
  void unwire(Connection connection, List<TreeChange> changes) throws SQLException {
    List<UUID> users = new ArrayList<>();
    for (TreeChange change : changes) {
      users.addAll(change.rewired());
    }
    removeUses.update(connection, users);
  }

  /** Removes blocks that are gone. */
  void remove(Connection connection, List<UUID> blocks) throws SQLException {
    remove.update(connection, blocks);
  }

  /**
   * Writes blocks that are new or differ, and then what their fields take from other subscriptions.
   *
   * @throws SaveRefused if a block is not in the catalogue, or one that is to be used is gone
   */
  void write(Connection connection, List<TreeChange> changes) throws SQLException {
    List<StoredBlock> blocks = new ArrayList<>();
    List<StoredUse> uses = new ArrayList<>();
    for (TreeChange change : changes) {
      change.written().forEach(written -> blocks.add(written.after()));
      change.rewired().forEach(user -> uses.addAll(change.uses().getOrDefault(user, List.of())));
    }
    if (upsert.update(connection, blocks) != blocks.size()) {
      throw SaveRefused.BlockNotAllowed.notRegistered(
          blocks.stream().map(StoredBlock::name).distinct().toList());
    }
    List<UUID> wired = insertUses.query(
        connection,
        uses,
        row -> Objects.requireNonNull(row.getObject("depends_on_id", UUID.class)));
    if (wired.size() != uses.size()) {
      throw SaveRefused.SharedBlockNotReady.gone(uses.stream()
          .filter(use -> !wired.contains(use.block()))
          .map(use -> "%s, the block %s".formatted(use.attribute(), use.block()))
          .toList());
    }
  }
}
