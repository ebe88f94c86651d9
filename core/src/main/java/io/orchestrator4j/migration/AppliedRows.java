package io.orchestrator4j.migration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows of the migrations that are applied. */
final class AppliedRows {

  private AppliedRows() {}

  /** All of them by id, in the order in which they were applied. */
  static Map<String, AppliedMigration> read(Handle handle) {
    Map<String, AppliedMigration> applied = new LinkedHashMap<>();
    handle
        .createQuery("""
            select migration_id, message, follows, checksum, position, applied_at, applied_by
            from ${schema}.data_migrations
            order by position
            """)
        .map((row, _) -> new AppliedMigration(
            row.getString("migration_id"),
            row.getString("message"),
            List.of((String[]) row.getArray("follows").getArray()),
            row.getString("checksum"),
            row.getInt("position"),
            row.getObject("applied_at", OffsetDateTime.class).toInstant(),
            row.getString("applied_by")))
        .forEach(each -> applied.put(each.id(), each));
    return applied;
  }

  static void insert(Handle handle, KnownMigration migration, Instant at, String by) {
    handle
        .createUpdate("""
            insert into ${schema}.data_migrations (
              migration_id, message, follows, checksum, position, applied_at, applied_by)
            select :id, :message, :follows, :checksum, coalesce(max(position), 0) + 1, :at, :by
            from ${schema}.data_migrations
            """)
        .bind("id", migration.id())
        .bind("message", migration.message())
        .bindArray("follows", String.class, migration.follows())
        .bind("checksum", migration.checksum())
        .bind("at", at)
        .bind("by", by)
        .execute();
  }

  static void delete(Handle handle, String id) {
    handle
        .createUpdate("delete from ${schema}.data_migrations where migration_id = :id")
        .bind("id", id)
        .execute();
  }
}
