package io.orchestrator4j.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The migrations that this program has, and which follows which. Immutable. */
public final class MigrationLine {

  private final Map<String, KnownMigration> ordered;

  private MigrationLine(Map<String, KnownMigration> ordered) {
    this.ordered = ordered;
  }

  /** One without migrations. */
  public static MigrationLine none() {
    return new MigrationLine(Map.of());
  }

  /**
   * Puts migrations in their order: each behind those that it follows, else by id.
   *
   * @throws MigrationRefused if two have one id, one follows another that is not there, or they go in a circle
   */
  public static MigrationLine of(Collection<KnownMigration> migrations) {
    Map<String, KnownMigration> waiting = new TreeMap<>();
    for (KnownMigration migration : migrations) {
      if (waiting.put(migration.id(), migration) != null) {
        throw MigrationRefused.twice(migration.id());
      }
    }
    for (KnownMigration migration : waiting.values()) {
      for (String parent : migration.follows()) {
        if (!waiting.containsKey(parent)) {
          throw MigrationRefused.unknownParent(migration.id(), parent);
        }
      }
    }
    Map<String, KnownMigration> ordered = new LinkedHashMap<>();
    while (!waiting.isEmpty()) {
      KnownMigration next = waiting.values().stream()
          .filter(each -> ordered.keySet().containsAll(each.follows()))
          .findFirst()
          .orElseThrow(() -> MigrationRefused.circle(List.copyOf(waiting.keySet())));
      waiting.remove(next.id());
      ordered.put(next.id(), next);
    }
    return new MigrationLine(ordered);
  }

  /** All of them, each behind those that it follows; the same order on every machine. */
  public List<KnownMigration> all() {
    return List.copyOf(ordered.values());
  }

  /** Those that no other follows. */
  public List<KnownMigration> heads() {
    Set<String> followed = new HashSet<>();
    ordered.values().forEach(each -> followed.addAll(each.follows()));
    return ordered.values().stream()
        .filter(each -> !followed.contains(each.id()))
        .toList();
  }

  /** The one with this id. */
  public Optional<KnownMigration> find(String id) {
    return Optional.ofNullable(ordered.get(id));
  }

  /** One and all that it follows, however far, in their order. */
  List<KnownMigration> upTo(KnownMigration last) {
    Set<String> wanted = new LinkedHashSet<>(List.of(last.id()));
    List<KnownMigration> backwards = new ArrayList<>(all()).reversed();
    backwards.stream()
        .filter(each -> wanted.contains(each.id()))
        .forEach(each -> wanted.addAll(each.follows()));
    return all().stream().filter(each -> wanted.contains(each.id())).toList();
  }
}
