package io.orchestrator4j.transfer;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all that a schema has into one file, as it is at one moment; whoever is at work on it is not disturbed. The file is
 * a zip with the rows of each table as PostgreSQL's {@code copy} writes them, and a manifest behind them.
 */
public final class DatabaseExport {

  private final Database database;
  private final String release;

  /**
   * An export of a schema.
   *
   * @param release the version of this program
   */
  public DatabaseExport(Database database, String release) {
    this.database = database;
    this.release = release;
  }

  /**
   * Writes it.
   *
   * @throws TransferRefused if there is nothing to write, or no place to write it to; there is no file then
   * @throws DatabaseUnavailable if the database cannot be reached; there is no file then
   * @throws StatementRefused if the database refuses to be read; there is no file then
   */
  public ExportManifest write(Path file) {
    try (UnfinishedFile unfinished = UnfinishedFile.of(file)) {
      ExportManifest manifest = written(file, new ZipOutputStream(unfinished.content()));
      unfinished.finish();
      return manifest;
    } catch (FileAlreadyExistsException _) {
      throw TransferRefused.fileExists(file);
    } catch (IOException e) {
      throw TransferRefused.notWritable(file, e);
    }
  }

  private ExportManifest written(Path file, ZipOutputStream zip) {
    return database.onConnection(connection -> {
      boolean autoCommit = connection.getAutoCommit();
      try {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
          statement.execute("set transaction isolation level repeatable read read only");
        }
        ExportManifest manifest = copied(connection, zip);
        zip.putNextEntry(new ZipEntry(ExportFile.MANIFEST));
        zip.write(Json.write(Json.toTree(manifest)).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return manifest;
      } catch (IOException e) {
        throw TransferRefused.notWritable(file, e);
      } finally {
        // it has only read
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    });
  }

  private ExportManifest copied(Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    TransferSession session = TransferSession.in(connection, database.schema());
    StoredTables stored = session.tables();
    if (!stored.areOurs()) {
      throw TransferRefused.nothingToExport(database.schema());
    }
    Instant takenAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<ExportedTable> tables = new ArrayList<>();
    for (String table : stored.inLoadOrder()) {
      List<String> columns = stored.columns().getOrDefault(table, List.of());
      zip.putNextEntry(new ZipEntry(ExportFile.entry(table)));
      tables.add(new ExportedTable(table, columns, session.copyOut(table, columns, zip)));
      zip.closeEntry();
    }
    List<ExportedSequence> sequences = new ArrayList<>();
    for (String sequence : stored.sequences()) {
      sequences.add(session.sequence(sequence));
    }
    return new ExportManifest(
        ExportManifest.FORMAT,
        ExportManifest.FORMAT_VERSION,
        release,
        session.text("""
            select version
            from %s
            where success
            and version is not null
            order by installed_rank desc
            limit 1
            """.formatted(session.name(StoredTables.HISTORY))),
        session.text("show server_version"),
        takenAt,
        Long.parseLong(session.text("""
            select count(*)
            from %s
            where last_status = 'running'
            and owner is not null
            """.formatted(session.name("processes")))),
        tables,
        sequences);
  }
}
