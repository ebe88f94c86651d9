package io.orchestrator4j.engine;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.audit.AuditRows;
import io.orchestrator4j.store.Database;

/** Whether the engine is paused, on all nodes; as far as this node has heard. Thread-safe. */
final class EngineSwitch {

  private final Database database;
  private volatile boolean paused;

  EngineSwitch(Database database) {
    this.database = database;
  }

  boolean isPaused() {
    return paused;
  }

  /** What this node has heard; it may be late, so what is news is looked up. */
  void heard(boolean other) {
    if (other != paused) {
      refresh();
    }
  }

  /** Looks in the database; one at a time, so that what was read last holds. */
  synchronized void refresh() {
    paused = database.with(handle -> handle
        .createQuery("select paused from ${schema}.engine_settings where settings_id = 1")
        .mapTo(Boolean.class)
        .one());
  }

  /**
   * Pauses the engine, or lets it go on.
   *
   * @param entry who does so
   * @return whether it was the other way before; if not, nothing was done
   */
  boolean set(boolean pause, AuditEntry entry) {
    boolean changed = database.with(handle -> {
      var query = handle.createQuery(
          """
          with changed as (
            update ${schema}.engine_settings
            set paused = :paused, changed_at = cast(:audit_at as timestamptz), changed_by = :audit_actor
            where settings_id = 1
            and paused <> :paused
            returning settings_id),
          audited as (
          """ + AuditRows.insertFrom("changed") + ")\nselect count(*) from changed");
      AuditRows.bind(query, entry);
      return query.bind("paused", pause).mapTo(Integer.class).one() == 1;
    });
    refresh();
    return changed;
  }

  /** What holds at this moment, by the database. */
  EngineStatus status() {
    return database.with(handle -> handle
        .createQuery("""
            select paused, (
              select count(*)
              from ${schema}.processes
              where last_status = 'running'
              and owner is not null) as running
            from ${schema}.engine_settings
            where settings_id = 1
            """)
        .map((row, _) -> new EngineStatus(row.getBoolean("paused"), row.getLong("running")))
        .one());
  }
}
