package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The statements by which subscriptions are saved: a constant number of them, whatever the number of blocks. Computed
 * before, so that it can be executed again after a roll-back.
 */
public final class SaveUnit {

  private final SubscriptionTables tables;
  private final List<SubscriptionChange> changes;
  private final List<TreeChange> trees;
  private final List<UUID> removed;
  private final List<UUID> outdated;
  private final IndexedValues indexed;
  private final List<ProcessLinks.Link> links;

  private SaveUnit(
      SubscriptionTables tables,
      List<SubscriptionChange> changes,
      List<UUID> outdated,
      IndexedValues indexed,
      List<ProcessLinks.Link> links) {
    this.tables = tables;
    this.changes = List.copyOf(changes);
    this.trees =
        changes.stream().map(SubscriptionChange::tree).filter(Objects::nonNull).toList();
    this.removed = trees.stream().flatMap(tree -> tree.removed().stream()).toList();
    this.outdated = List.copyOf(outdated);
    this.indexed = indexed.sorted();
    this.links = List.copyOf(links);
  }

  static SaveUnit of(
      SubscriptionTables tables, List<SubscriptionChange> changes, List<ProcessLinks.Link> links) {
    List<UUID> outdated = new ArrayList<>();
    IndexedValues values = IndexedValues.none();
    changes.forEach(change -> index(change, outdated, values));
    return new SaveUnit(tables, changes, outdated, values, links);
  }

  private static void index(SubscriptionChange change, List<UUID> outdated, IndexedValues values) {
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

  /** One that saves what all of these do; nothing that one of them {@linkplain #touched() touches} is in another. */
  public static SaveUnit together(List<SaveUnit> units) {
    IndexedValues values = IndexedValues.none();
    units.forEach(unit -> values.addAll(unit.indexed));
    return new SaveUnit(
        units.getFirst().tables,
        all(units, unit -> unit.changes),
        all(units, unit -> unit.outdated),
        values,
        all(units, unit -> unit.links));
  }

  private static <T> List<T> all(List<SaveUnit> units, Function<SaveUnit, Collection<T>> part) {
    return units.stream().flatMap(unit -> part.apply(unit).stream()).toList();
  }

  /** Whether there is nothing to save. */
  public boolean isEmpty() {
    return changes.isEmpty() && links.isEmpty();
  }

  /** The versions that come about, by this unit or, where it yields, by whoever was faster. */
  public List<SubscriptionVersion> versions() {
    return changes.stream()
        .map(change -> new SubscriptionVersion(change.id(), change.after().version()))
        .toList();
  }

  /** The subscriptions that are others afterwards, or are linked to the process. */
  public Set<UUID> changed() {
    Set<UUID> ids = new LinkedHashSet<>();
    links.forEach(link -> ids.add(link.subscriptionId()));
    changes.forEach(change -> ids.add(change.id()));
    return ids;
  }

  /** The subscriptions that are changed, or must allow what others become. */
  public Set<UUID> touched() {
    Set<UUID> ids = new HashSet<>();
    for (SubscriptionChange change : changes) {
      ids.add(change.id());
      change.needs().forEach(need -> ids.add(need.owner()));
    }
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
    List<SubscriptionChange> written = tables.subscriptions().write(connection, changes);
    tables.blocks().unwire(connection, trees);
    tables.uses().requireUnused(connection, changes, removed);
    tables.blocks().remove(connection, removed);
    tables.blocks().write(connection, trees);
    tables.index().write(connection, outdated, indexed);
    tables.subscriptions().record(connection, written);
    tables.links().insert(connection, links);
  }
}
