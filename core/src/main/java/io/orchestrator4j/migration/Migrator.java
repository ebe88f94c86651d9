package io.orchestrator4j.migration;

import io.orchestrator4j.audit.AuditAction;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.audit.AuditRows;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.subscription.IndexRefill;
import io.orchestrator4j.workflow.Caller;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Applies an application's migrations to a database, and takes them back: each in a transaction of its own, together with
 * the row that remembers it. Several who do so at once wait for one another. Thread-safe.
 */
public final class Migrator {

  private final Database database;
  private final MigrationLine line;
  private final IndexRefill refill;
  private final Clock clock;

  /**
   * A runner.
   *
   * @param refill what writes anew by what blocks are found, whose values were changed
   */
  public Migrator(Database database, MigrationLine line, IndexRefill refill, Clock clock) {
    this.database = database;
    this.line = line;
    this.refill = refill;
    this.clock = clock;
  }

  /** The migrations that are applied, in that order. */
  public List<AppliedMigration> applied() {
    return List.copyOf(database.with(AppliedRows::read).values());
  }

  /**
   * Those that are not applied, in the order in which they will be.
   *
   * @throws MigrationRefused if those that are applied are not those of this program
   */
  public List<KnownMigration> pending() {
    return pending(database.with(AppliedRows::read), line.all());
  }

  /**
   * Applies all that is not applied.
   *
   * @return what was applied, in that order
   * @throws MigrationRefused if something is in the way; those before it are applied
   */
  public List<KnownMigration> upgrade(Caller caller) {
    return upgrade(line.all(), caller);
  }

  /**
   * Applies one, and all before it that are not applied.
   *
   * @return what was applied, in that order
   * @throws MigrationRefused if there is none of this id, or something is in the way; those before it are applied
   */
  public List<KnownMigration> upgradeTo(String id, Caller caller) {
    return upgrade(line.upTo(known(id)), caller);
  }

  private List<KnownMigration> upgrade(List<KnownMigration> wanted, Caller caller) {
    List<KnownMigration> applied = new ArrayList<>();
    Optional<KnownMigration> next = applyNext(wanted, caller);
    while (next.isPresent()) {
      applied.add(next.get());
      next = applyNext(wanted, caller);
    }
    return applied;
  }

  private Optional<KnownMigration> applyNext(List<KnownMigration> wanted, Caller caller) {
    return database.inTransaction(handle -> {
      lock(handle);
      List<KnownMigration> pending = pending(AppliedRows.read(handle), wanted);
      if (pending.isEmpty()) {
        return Optional.empty();
      }
      KnownMigration next = pending.getFirst();
      apply(handle, next, next.upgrade());
      Instant now = clock.instant();
      AppliedRows.insert(handle, next, now, caller.name());
      audit(handle, AuditEntry.of(caller, AuditAction.UPGRADE_DATA, now).on(next.id()));
      return Optional.of(next);
    });
  }

  /**
   * Takes back the last ones that were applied.
   *
   * @param count how many
   * @return what was taken back, in that order
   * @throws MigrationRefused if something is in the way; those behind it are taken back
   */
  public List<KnownMigration> downgrade(int count, Caller caller) {
    List<KnownMigration> back = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      takeBackLast("", caller).ifPresent(back::add);
    }
    return back;
  }

  /**
   * Takes back all that was applied after one; that one stays.
   *
   * @return what was taken back, in that order
   * @throws MigrationRefused if that one is not applied, or something is in the way; those behind it are taken back
   */
  public List<KnownMigration> downgradeTo(String id, Caller caller) {
    List<String> ids = applied().stream().map(AppliedMigration::id).toList();
    if (!ids.contains(id)) {
      throw MigrationRefused.unknownTarget(id, ids);
    }
    List<KnownMigration> back = new ArrayList<>();
    Optional<KnownMigration> last = takeBackLast(id, caller);
    while (last.isPresent()) {
      back.add(last.get());
      last = takeBackLast(id, caller);
    }
    return back;
  }

  private Optional<KnownMigration> takeBackLast(String stays, Caller caller) {
    return database.inTransaction(handle -> {
      lock(handle);
      Map<String, AppliedMigration> applied = AppliedRows.read(handle);
      requireKnown(applied);
      if (applied.isEmpty()) {
        return Optional.empty();
      }
      String last = List.copyOf(applied.keySet()).getLast();
      if (last.equals(stays)) {
        return Optional.empty();
      }
      KnownMigration migration = known(last);
      apply(handle, migration, migration.downgrade());
      AppliedRows.delete(handle, last);
      audit(
          handle,
          AuditEntry.of(caller, AuditAction.DOWNGRADE_DATA, clock.instant()).on(last));
      return Optional.of(migration);
    });
  }

  /**
   * Applies what is pending and takes it back again, in one transaction of which nothing stays.
   *
   * @return what was tried, in that order
   * @throws MigrationRefused if something is in the way
   */
  public List<KnownMigration> test() {
    return database.inTransaction(handle -> {
      lock(handle);
      List<KnownMigration> pending = pending(AppliedRows.read(handle), line.all());
      for (KnownMigration each : pending) {
        apply(handle, each, each.upgrade());
      }
      for (KnownMigration each : pending.reversed()) {
        if (each.downgrade().stream().noneMatch(CatalogueChange.Irreversible.class::isInstance)) {
          apply(handle, each, each.downgrade());
        }
      }
      handle.getConnection().rollback();
      return pending;
    });
  }

  /**
   * Looks at the database as it would be after some changes, of which nothing stays.
   *
   * @throws MigrationRefused if something is in the way of one of them
   */
  public <T> T after(List<CatalogueChange> changes, Database.Work<T> look) {
    return database.inTransaction(handle -> {
      lock(handle);
      ChangeWriter writer = new ChangeWriter(handle, clock.instant(), "nobody");
      changes.forEach(writer::apply);
      T seen = look.on(handle);
      handle.getConnection().rollback();
      return seen;
    });
  }

  private void apply(Handle handle, KnownMigration migration, List<CatalogueChange> changes)
      throws SQLException {
    ChangeWriter writer = new ChangeWriter(handle, clock.instant(), "migration " + migration.id());
    try {
      changes.forEach(writer::apply);
    } catch (MigrationRefused refused) {
      throw refused.in(migration.id());
    }
    refill.refill(handle, ChangedBlocks.of(changes));
  }

  private List<KnownMigration> pending(
      Map<String, AppliedMigration> applied, List<KnownMigration> wanted) {
    requireKnown(applied);
    applied
        .values()
        .forEach(each -> known(each.id()).follows().stream()
            .filter(parent -> !applied.containsKey(parent))
            .forEach(parent -> {
              throw MigrationRefused.order(parent, each.id());
            }));
    return wanted.stream().filter(each -> !applied.containsKey(each.id())).toList();
  }

  private void requireKnown(Map<String, AppliedMigration> applied) {
    for (AppliedMigration each : applied.values()) {
      KnownMigration known =
          line.find(each.id()).orElseThrow(() -> MigrationRefused.gone(each.id()));
      if (!known.checksum().equals(each.checksum())) {
        throw MigrationRefused.changed(each.id());
      }
    }
  }

  private KnownMigration known(String id) {
    return line.find(id)
        .orElseThrow(() -> MigrationRefused.unknownTarget(
            id, line.all().stream().map(KnownMigration::id).toList()));
  }

  private void lock(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(?)", database.lockKey("catalogue"));
  }

  private static void audit(Handle handle, AuditEntry entry) {
    var insert = handle.createUpdate(AuditRows.insertFrom("(select 1) as one"));
    AuditRows.bind(insert, entry);
    insert.execute();
  }
}
