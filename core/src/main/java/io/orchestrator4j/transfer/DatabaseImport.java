package io.orchestrator4j.transfer;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.store.StatementRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Loads an export into a database that is empty: first the tables, at the version of the schema that the export is of; then
 * all rows, in one transaction.
 */
public final class DatabaseImport {

  /** Tables that have rows from the moment on that they are made. */
  private static final Set<String> NEVER_EMPTY = Set.of("engine_settings");

  private final DataSource dataSource;
  private final Database database;

  /** An import into the schema of a database that is behind a data source. */
  public DatabaseImport(DataSource dataSource, Database database) {
    this.dataSource = dataSource;
    this.database = database;
  }

  /**
   * Loads a file.
   *
   * @return what it says of itself
   * @throws TransferRefused if the file or the database is not as it has to be; nothing was imported
   * @throws SchemaMismatch if the schema that is there already is none of this program's
   * @throws DatabaseUnavailable if the database cannot be reached; nothing is known of the outcome if it was lost at the
   *     very end, and nothing was imported otherwise
   * @throws StatementRefused if the database refuses something else; nothing was imported
   */
  public ExportManifest load(Path path) {
    try (ExportFile file = ExportFile.open(path)) {
      ExportManifest manifest = file.manifest();
      requireKnown(manifest);
      database.inTransaction(handle -> {
        requireEmpty(TransferSession.in(handle.getConnection(), database.schema()));
        return true;
      });
      Schema.prepare(dataSource, database.schema(), manifest.schemaVersion());
      database.inTransaction(handle -> {
        load(file, TransferSession.in(handle.getConnection(), database.schema()));
        return true;
      });
      return manifest;
    }
  }

  private void requireKnown(ExportManifest manifest) {
    List<Schema.Version> versions = Schema.versions(dataSource, database.schema());
    List<String> names = versions.stream().map(Schema.Version::version).toList();
    int wanted = names.indexOf(manifest.schemaVersion());
    if (wanted < 0) {
      throw TransferRefused.unknownSchema(manifest, names.getLast());
    }
    for (Schema.Version later : versions.subList(wanted + 1, versions.size()).reversed()) {
      if (later.at() != null) {
        throw TransferRefused.schemaIsNewer(database.schema(), later.version(), manifest);
      }
    }
  }

  private void requireEmpty(TransferSession session) throws SQLException {
    StoredTables stored = session.tables();
    List<String> names = new ArrayList<>(stored.columns().keySet());
    if (!names.isEmpty() && !stored.areOurs()) {
      throw TransferRefused.otherTables(database.schema(), names);
    }
    List<String> filled = new ArrayList<>();
    for (String table : names) {
      if (!table.equals(StoredTables.HISTORY)
          && !NEVER_EMPTY.contains(table)
          && session.hasRows(table)) {
        filled.add(table);
      }
    }
    if (!filled.isEmpty()) {
      throw TransferRefused.notEmpty(database.schema(), filled);
    }
  }

  private void load(ExportFile file, TransferSession session) throws SQLException {
    ExportManifest manifest = file.manifest();
    StoredTables stored = session.tables();
    // a server that starts meanwhile waits, and finds all that was imported
    session.execute("lock table %s in access exclusive mode"
        .formatted(session.names(stored.columns().keySet())));
    requireEmpty(session);
    for (ExportedTable table : manifest.tables()) {
      requireSame(table, stored);
      if (NEVER_EMPTY.contains(table.name())) {
        session.execute("delete from " + session.name(table.name()));
      }
    }
    session.execute("set constraints all deferred");
    for (ExportedTable table : manifest.tables()) {
      load(file, table, session);
    }
    for (ExportedSequence sequence : manifest.sequences()) {
      if (!stored.sequences().contains(sequence.name())) {
        throw TransferRefused.sequenceMissing(database.schema(), sequence);
      }
      session.setSequence(sequence);
    }
    // otherwise the first queries would be planned as for empty tables
    session.execute("analyze "
        + session.names(manifest.tables().stream().map(ExportedTable::name).toList()));
  }

  private void requireSame(ExportedTable table, StoredTables stored) {
    List<String> found = stored.columns().get(table.name());
    if (found == null) {
      throw TransferRefused.tableMissing(database.schema(), table);
    }
    if (!Set.copyOf(found).equals(Set.copyOf(table.columns()))) {
      throw TransferRefused.otherColumns(table, found);
    }
  }

  private static void load(ExportFile file, ExportedTable table, TransferSession session)
      throws SQLException {
    long loaded;
    try (InputStream rows = file.rows(table)) {
      loaded = session.copyIn(table, rows);
    } catch (IOException e) {
      throw TransferRefused.unreadable(file.path(), e);
    } catch (SQLException e) {
      if (DatabaseUnavailable.isConnectionLoss(e)) {
        throw e;
      }
      throw TransferRefused.notLoadable(table, e);
    }
    if (loaded != table.rows()) {
      throw TransferRefused.otherCount(table, loaded);
    }
  }
}
