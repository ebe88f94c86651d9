package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The statements by which subscriptions are saved: a constant number of them, whatever the number of blocks. Computed
 * before, so that it can be executed again after a roll-back.
 */
public final class SaveUnit {

  private final SubscriptionTables tables;
  private final SubscriptionRows.ChangedBy by;
  private final List<SubscriptionChange> changes;
  private final List<TreeChange> trees;
  private final List<UUID> removed = new ArrayList<>();
  private final List<UUID> outdated = new ArrayList<>();
  private final IndexedValues indexed;
  private final Set<UUID> linked;

  SaveUnit(
      SubscriptionTables tables,
      SubscriptionRows.ChangedBy by,
      List<SubscriptionChange> changes,
      Set<UUID> linked) {
    this.tables = tables;
    this.by = by;
    this.changes = List.copyOf(changes);
    this.trees =
        changes.stream().map(SubscriptionChange::tree).filter(Objects::nonNull).toList();
    this.linked = new TreeSet<>(linked);
    this.trees.forEach(tree -> removed.addAll(tree.removed()));
    IndexedValues values = IndexedValues.none();
    changes.forEach(change -> index(change, values));
    this.indexed = values.sorted();
  }

  private void index(SubscriptionChange change, IndexedValues values) {
    TreeChange tree = change.tree();
    if (tree == null) {
      return;
    }
    if (change.terminates()) {
      outdated.addAll(tree.blocks().keySet());
      return;
    }
    for (TreeChange.Written written : tree.written()) {
      if (change.after().status().isAlive() && isIndexedAnew(written)) {
        values.add(written.definition(), written.after(), change.after());
        if (written.before() != null) {
          outdated.add(written.after().id());
        }
      }
    }
  }

  private static boolean isIndexedAnew(TreeChange.Written written) {
    BlockDefinition definition = written.definition();
    return IndexedValues.any(definition)
        && (written.before() == null
            || IndexedValues.differ(definition, written.before(), written.after()));
  }

  /** Whether there is nothing to save. */
  public boolean isEmpty() {
    return changes.isEmpty() && linked.isEmpty();
  }

  /** The versions that come about, by this unit or, where it yields, by whoever was faster. */
  public List<SubscriptionVersion> versions() {
    return changes.stream()
        .map(change -> new SubscriptionVersion(change.id(), change.after().version()))
        .toList();
  }

  /** The subscriptions that are others afterwards, or are linked to the process. */
  public Set<UUID> changed() {
    Set<UUID> ids = new LinkedHashSet<>(linked);
    changes.forEach(change -> ids.add(change.id()));
    return ids;
  }

  /**
   * Executes the statements; the transaction is the caller's.
   *
   * @throws SaveRefused if something is another than it was, or is used by others; the transaction must be rolled back
   * @throws SQLException if a statement is refused
   */
  public void apply(Connection connection) throws SQLException {
    tables.uses().lock(connection, changes);
    List<SubscriptionChange> written = tables.subscriptions().write(connection, changes, by);
    tables.blocks().unwire(connection, trees);
    tables.uses().requireUnused(connection, changes, removed);
    tables.blocks().remove(connection, removed);
    tables.blocks().write(connection, trees);
    tables.index().write(connection, outdated, indexed);
    tables.subscriptions().record(connection, written, by);
    if (by.processId() != null) {
      tables.links().insert(connection, by.processId(), linked, by.at());
    }
  }
}
