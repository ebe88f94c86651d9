package io.orchestrator4j.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The tables' history: brought up to date at start, or checked. */
public final class Schema {

  /** What to do with the schema at start. */
  public enum Mode {
    /** Apply what is missing; several nodes that start at once wait for one another. */
    MIGRATE,
    /** Refuse to start on a schema that is older or newer than this program. */
    VERIFY
  }

  /**
   * A version of the schema.
   *
   * @param at when it was applied; null where it is not
   */
  public record Version(
      String version, String description, @Nullable Instant at) {}

  private Schema() {}

  /** All versions that this program or the database has, in their order. */
  public static List<Version> versions(DataSource dataSource, String schema) {
    return Arrays.stream(flyway(dataSource, schema).info().all())
        // Flyway counts the creation of the schema itself
        .filter(migration -> migration.getVersion() != null)
        .map(migration -> new Version(
            migration.getVersion().getVersion(),
            migration.getDescription(),
            migration.getInstalledOn() == null
                ? null
                : migration.getInstalledOn().toInstant()))
        .toList();
  }

  /**
   * Brings the schema up to date, or checks that it is.
   *
   * @throws SchemaMismatch if it does not fit this program
   */
  public static void prepare(DataSource dataSource, String schema, Mode mode) {
    Flyway flyway = flyway(dataSource, schema);
    MigrationInfoService info = flyway.info();
    refuseForeign(schema, info);
    switch (mode) {
      case MIGRATE -> flyway.migrate();
      case VERIFY -> refusePending(schema, info);
    }
  }

  /**
   * Brings the schema up to a version, which need not be the last one that this program knows.
   *
   * @throws SchemaMismatch if it does not fit this program
   */
  public static void prepare(DataSource dataSource, String schema, String version) {
    refuseForeign(schema, flyway(dataSource, schema).info());
    configured(dataSource, schema).target(version).load().migrate();
  }

  private static Flyway flyway(DataSource dataSource, String schema) {
    return configured(dataSource, schema).load();
  }

  private static FluentConfiguration configured(DataSource dataSource, String schema) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(dataSource)
        .schemas(schema)
        .table("schema_history")
        .locations("classpath:db/orchestrator4j")
        .placeholders(Map.of("schema", schema))
        .communityDBSupportEnabled(false);
  }

  private static void refuseForeign(String schema, MigrationInfoService info) {
    String future = named(info, MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);
    if (!future.isEmpty()) {
      throw new SchemaMismatch(
          "The schema '%s' is newer than this program: it has %s. Start the newer version of the program, or restore the database from before its upgrade"
              .formatted(schema, future));
    }
    String failed = named(info, MigrationState.FAILED);
    if (!failed.isEmpty()) {
      throw new SchemaMismatch(
          "A migration of the schema '%s' was left half done: %s. Restore the database from before it"
              .formatted(schema, failed));
    }
  }

  private static void refusePending(String schema, MigrationInfoService info) {
    MigrationInfo[] pending = info.pending();
    if (pending.length > 0) {
      String names = Arrays.stream(pending).map(Schema::name).collect(Collectors.joining(", "));
      throw new SchemaMismatch(
          "The schema '%s' is older than this program: it lacks %s. Run 'db upgrade heads', or start once with orchestrator.schema=migrate: both apply them"
              .formatted(schema, names));
    }
  }

  private static String named(MigrationInfoService info, MigrationState... states) {
    return Arrays.stream(info.all())
        .filter(migration -> Arrays.asList(states).contains(migration.getState()))
        .map(Schema::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(MigrationInfo migration) {
    return "V%s (%s)".formatted(migration.getVersion(), migration.getDescription());
  }
}
