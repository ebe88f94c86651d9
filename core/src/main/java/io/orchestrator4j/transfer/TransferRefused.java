package io.orchestrator4j.transfer;

import java.nio.file.Path;
import java.util.List;

/** An export cannot be written, or cannot be imported. There is no file then, and nothing was imported. */
public final class TransferRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String OTHER_PLACE =
      "Name an empty database, another schema (orchestrator.database.schema) or, embedded, a data folder that does not exist yet";

  private final String code;

  private TransferRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The reason, as programs read it. */
  public String code() {
    return code;
  }

  private TransferRefused because(Throwable cause) {
    initCause(cause);
    return this;
  }

  static TransferRefused fileExists(Path file) {
    return new TransferRefused(
        "export_exists",
        "%s is there already, and stays as it is. Name a file that does not exist, or move that one away"
            .formatted(file));
  }

  static TransferRefused notWritable(Path file, Throwable cause) {
    return new TransferRefused(
            "export_not_writable",
            "The export cannot be written to %s (%s). Name a file in a folder that is there, that this user may write to, and that has room"
                .formatted(file, cause))
        .because(cause);
  }

  static TransferRefused nothingToExport(String schema) {
    return new TransferRefused(
        "nothing_to_export",
        "The schema '%s' of this database has no tables of an orchestrator. Name the one that has: orchestrator.database.url and orchestrator.database.schema or, embedded, orchestrator.database.folder"
            .formatted(schema));
  }

  static TransferRefused circle(List<String> tables) {
    return new TransferRefused(
        "tables_in_a_circle",
        "The tables %s refer to each other in a circle, so that none can be loaded first. Make one of their foreign keys deferrable"
            .formatted(String.join(", ", tables)));
  }

  static TransferRefused noFile(Path file) {
    return new TransferRefused(
        "export_missing",
        "There is no file %s. Name the one that 'db export' has written".formatted(file));
  }

  static TransferRefused foreign(Path file, String found) {
    return new TransferRefused(
        "no_export",
        "%s is no export of an orchestrator, or not all of one: %s. Name the file that 'db export' has written; if it is that one, copy it once more from where it was written"
            .formatted(file, found));
  }

  static TransferRefused damaged(Path file, String found) {
    return new TransferRefused(
        "export_damaged",
        "The export %s is damaged: %s. Nothing was imported. Copy it once more from where it was written, or take another one with 'db export'"
            .formatted(file, found));
  }

  static TransferRefused unreadable(Path file, Throwable cause) {
    return new TransferRefused(
            "export_not_readable",
            "The export %s cannot be read (%s). Nothing was imported. See to it that this user may read it"
                .formatted(file, cause))
        .because(cause);
  }

  static TransferRefused otherLayout(Path file, int found, String release) {
    return new TransferRefused(
        "export_other_layout",
        "The export %s is laid out in the way %d, and this program reads the way %d. Import it with release %s, which has written it"
            .formatted(file, found, ExportManifest.FORMAT_VERSION, release));
  }

  static TransferRefused unknownSchema(ExportManifest manifest, String newest) {
    return new TransferRefused(
        "export_newer",
        "The export is of the schema's version V%s, and this program knows them up to V%s. Import it with release %s, which has written it, or a later one"
            .formatted(manifest.schemaVersion(), newest, manifest.release()));
  }

  static TransferRefused schemaIsNewer(String schema, String found, ExportManifest manifest) {
    return new TransferRefused(
        "schema_newer",
        "The schema '%s' is at version V%s already, and the export is of V%s. %s: the import makes the tables by itself, and 'db upgrade' brings them up to date afterwards"
            .formatted(schema, found, manifest.schemaVersion(), OTHER_PLACE));
  }

  static TransferRefused notEmpty(String schema, List<String> tables) {
    return new TransferRefused(
        "database_not_empty",
        "The database is not empty: in the schema '%s' there are rows in %s. Nothing was imported, since nothing is ever mixed or overwritten. %s"
            .formatted(schema, String.join(", ", tables), OTHER_PLACE));
  }

  static TransferRefused otherTables(String schema, List<String> tables) {
    return new TransferRefused(
        "database_not_empty",
        "The database is not empty: the schema '%s' has tables, and none of an orchestrator: %s. %s"
            .formatted(schema, String.join(", ", tables), OTHER_PLACE));
  }

  static TransferRefused tableMissing(String schema, ExportedTable table) {
    return new TransferRefused(
        "table_missing",
        "The export has the table %s (%s), which the schema '%s' does not make: a migration of the application has made it. Nothing was imported. Make the empty table in '%s' as that migration does, and import again"
            .formatted(table.name(), String.join(", ", table.columns()), schema, schema));
  }

  static TransferRefused sequenceMissing(String schema, ExportedSequence sequence) {
    return new TransferRefused(
        "sequence_missing",
        "The export has the sequence %s, which the schema '%s' does not make: a migration of the application has made it. Nothing was imported. Make it in '%s' as that migration does, and import again"
            .formatted(sequence.name(), schema, schema));
  }

  static TransferRefused otherColumns(ExportedTable table, List<String> found) {
    return new TransferRefused(
        "columns_differ",
        "The table %s has the columns %s, and in the export %s. Nothing was imported. Make it the same, or import with the release that has written the export"
            .formatted(table.name(), String.join(", ", found), String.join(", ", table.columns())));
  }

  static TransferRefused notLoadable(ExportedTable table, Throwable cause) {
    return new TransferRefused(
            "rows_refused",
            "The database refuses rows of the table %s: %s. Nothing was imported. Take another export; if it is refused too, the database that it is of is damaged"
                .formatted(table.name(), cause.getMessage()))
        .because(cause);
  }

  static TransferRefused otherCount(ExportedTable table, long found) {
    return new TransferRefused(
        "rows_missing",
        "The export has %d rows of the table %s where its manifest says %d. Nothing was imported. Take another export"
            .formatted(found, table.name(), table.rows()));
  }
}
