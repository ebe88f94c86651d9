package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  SaveUnit(
      SubscriptionTables tables, List<SubscriptionChange> changes, List<ProcessLinks.Link> links) {
    this.tables = tables;
    this.changes = List.copyOf(changes);
    this.trees =
        changes.stream().map(SubscriptionChange::tree).filter(Objects::nonNull).toList();
    this.removed = trees.stream().flatMap(tree -> tree.removed().stream()).toList();
    this.outdated = new ArrayList<>();
    this.links = List.copyOf(links);
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

  /**
   * Whether it can be saved {@linkplain #together together} with others: nothing is removed, and nothing of others is
   * used.
   */
  public boolean isSimple() {
    return removed.isEmpty()
        && trees.stream().allMatch(tree -> tree.rewired().isEmpty())
        && changes.stream().allMatch(change -> change.needs().isEmpty());
  }

  /**
   * Saves several simple units, of which no two {@linkplain #touched() touch} the same, in one round trip; the
   * transaction is the caller's.
   *
   * @throws SQLException if one of them cannot be saved; why is found out by saving each by itself, after a roll-back
   */
  public static void together(List<SaveUnit> units, Connection connection) throws SQLException {
    SubscriptionTables tables = units.getFirst().tables;
    List<SubscriptionChange> changes = all(units, unit -> unit.changes);
    IndexedValues values = IndexedValues.none();
    units.forEach(unit -> values.addAll(unit.indexed));
    SaveScript script = new SaveScript();
    tables.subscriptions().addTo(script, changes);
    tables.uses().addTo(script, changes);
    tables.blocks().addTo(script, all(units, unit -> unit.trees));
    tables.index().addTo(script, all(units, unit -> unit.outdated), values.sorted());
    tables.links().addTo(script, all(units, unit -> unit.links));
    script.execute(connection);
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

  /** The subscriptions that are changed. */
  public Set<UUID> touched() {
    return changes.stream().map(SubscriptionChange::id).collect(Collectors.toSet());
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
