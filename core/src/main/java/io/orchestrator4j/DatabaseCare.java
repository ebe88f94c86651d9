package io.orchestrator4j;

import io.orchestrator4j.builtin.Builtins;
import io.orchestrator4j.catalogue.CatalogueDefinition;
import io.orchestrator4j.catalogue.Difference;
import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.KnownMigration;
import io.orchestrator4j.migration.MigrationLine;
import io.orchestrator4j.migration.MigrationRefused;
import io.orchestrator4j.migration.Migrator;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.subscription.IndexRefill;
import io.orchestrator4j.subscription.SaveRefused;
import io.orchestrator4j.transfer.DatabaseExport;
import io.orchestrator4j.transfer.DatabaseImport;
import io.orchestrator4j.transfer.ExportManifest;
import io.orchestrator4j.transfer.TransferRefused;
import io.orchestrator4j.workflow.Caller;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What is done to an orchestrator's database from outside, while none, or an older one, is at work on it: the schema,
 * which is ours and only goes up, and the application's migrations, which go both ways.
 */
public final class DatabaseCare {

  private final DataSource dataSource;
  private final String schema;
  private final CatalogueDefinition defined;
  private final MigrationLine migrations;
  private final Clock clock;
  private final Database database;
  private final IndexRefill refill;
  private final Migrator migrator;
  private final Registration registration;

  DatabaseCare(
      DataSource dataSource,
      String schema,
      int connections,
      CatalogueDefinition defined,
      MigrationLine migrations,
      Clock clock) {
    this.dataSource = dataSource;
    this.schema = schema;
    this.defined = defined;
    this.migrations = migrations;
    this.clock = clock;
    this.database = new Database(dataSource, schema, connections);
    this.refill = new IndexRefill(database, defined.products());
    this.migrator = migrator(migrations);
    this.registration = new Registration(database, clock);
  }

  private Migrator migrator(MigrationLine line) {
    return new Migrator(database, line, refill, clock);
  }

  /** The versions of the schema, in their order. */
  public List<Schema.Version> schemaVersions() {
    return Schema.versions(dataSource, schema);
  }

  /** The application's migrations. */
  public MigrationLine migrations() {
    return migrations;
  }

  /** What applies them and takes them back; the schema has to be up to date. */
  public Migrator migrator() {
    return migrator;
  }

  /**
   * Brings the schema up to date, with the rows of the workflows that every application has.
   *
   * @throws SchemaMismatch if it is newer than this program
   */
  public void upgradeSchema() {
    Schema.prepare(dataSource, schema, Schema.Mode.MIGRATE);
    registration.complete(defined, Builtins.names());
  }

  /**
   * Demands that the schema is up to date.
   *
   * @throws SchemaMismatch if it is not
   */
  public void requireSchema() {
    Schema.prepare(dataSource, schema, Schema.Mode.VERIFY);
  }

  /**
   * Brings the schema up to date, and then applies migrations. Where a field has become searchable or unique in code, by
   * what blocks are found is written for those that are stored.
   *
   * @param target the id of the last one to apply; {@code heads} for all
   * @return what was applied, in that order
   * @throws SchemaMismatch if the schema is newer than this program
   * @throws MigrationRefused if something is in the way; what came before it is applied
   * @throws SaveRefused if two blocks have a value that is to be unique
   */
  public List<KnownMigration> upgrade(String target, Caller caller) {
    upgradeSchema();
    List<KnownMigration> applied =
        target.equals("heads") ? migrator.upgrade(caller) : migrator.upgradeTo(target, caller);
    registration.complete(defined, Builtins.names());
    refill.refillWhatIsMissing();
    return applied;
  }

  /**
   * Applies a migration that is not part of the program yet, and all that it follows.
   *
   * @throws MigrationRefused if something is in the way
   */
  public void apply(KnownMigration migration, Caller caller) {
    List<KnownMigration> more = new ArrayList<>(migrations.all());
    more.add(migration);
    var _ = migrator(MigrationLine.of(more)).upgradeTo(migration.id(), caller);
  }

  /** In what the code and the database differ; the schema has to be up to date. */
  public Difference difference() {
    return registration.difference(defined);
  }

  /** In what the code and the database would differ after some changes, of which nothing stays. */
  public Difference differenceAfter(List<CatalogueChange> changes) {
    return migrator.after(changes, handle -> Registration.difference(handle, defined));
  }

  /** How many subscriptions have blocks of a kind. */
  public long subscriptionsWith(String block) {
    return database.with(
        handle -> handle.createQuery("""
            select count(distinct i.subscription_id)
            from ${schema}.subscription_instances i
            join ${schema}.product_blocks b using (product_block_id)
            where b.name = :block
            """).bind("block", block).mapTo(Long.class).one());
  }

  /** How many subscriptions there are to a product. */
  public long subscriptionsTo(String product) {
    return database.with(handle ->
        handle.createQuery("""
            select count(*)
            from ${schema}.subscriptions s
            join ${schema}.products p using (product_id)
            where p.name = :product
            """).bind("product", product).mapTo(Long.class).one());
  }

  /**
   * Applies a migration that is not part of the program yet and takes it back, in a transaction of which nothing stays.
   *
   * @throws MigrationRefused if something is in the way
   */
  public void test(KnownMigration migration) {
    List<KnownMigration> more = new ArrayList<>(migrations.all());
    more.add(migration);
    var _ = migrator(MigrationLine.of(more)).test();
  }

  /**
   * Writes all that the database has into a file, as it is at one moment.
   *
   * @param release the version of this program
   * @throws TransferRefused if there is nothing to write, or no place to write it to; there is no file then
   */
  public ExportManifest exportTo(Path file, String release) {
    return new DatabaseExport(database, release).write(file);
  }

  /**
   * Loads an export, if the database is empty. The schema is at the version of the export then.
   *
   * @throws TransferRefused if the file or the database is not as it has to be; nothing was imported
   * @throws SchemaMismatch if there is a schema already that is none of this program's
   */
  public ExportManifest importFrom(Path file) {
    return new DatabaseImport(dataSource, database).load(file);
  }

  /** What the code defines. */
  public CatalogueDefinition defined() {
    return defined;
  }
}
