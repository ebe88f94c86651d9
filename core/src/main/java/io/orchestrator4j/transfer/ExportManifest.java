package io.orchestrator4j.transfer;

import java.time.Instant;
import java.util.List;

/**
 * What an export says of itself.
 *
 * @param format what kind of file it is: {@value #FORMAT}
 * @param formatVersion how the file is laid out
 * @param release the version of the program that wrote it
 * @param schemaVersion the last version of the schema that was applied to the database
 * @param postgresVersion of the server that the database was on
 * @param takenAt the moment at which all rows were as they are here
 * @param runningProcesses how many processes were under way on a server at that moment
 * @param tables in an order in which they can be loaded: what is referred to comes first
 */
public record ExportManifest(
    String format,
    int formatVersion,
    String release,
    String schemaVersion,
    String postgresVersion,
    Instant takenAt,
    long runningProcesses,
    List<ExportedTable> tables,
    List<ExportedSequence> sequences) {

  static final String FORMAT = "orchestrator4j-export";
  static final int FORMAT_VERSION = 1;

  public ExportManifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /** How many rows all tables have together. */
  public long rows() {
    return tables.stream().mapToLong(ExportedTable::rows).sum();
  }
}
