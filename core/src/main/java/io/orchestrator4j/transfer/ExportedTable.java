package io.orchestrator4j.transfer;

import java.util.List;

/**
 * A table in an export.
 *
 * @param columns in the order in which each row has its values
 */
public record ExportedTable(String name, List<String> columns, long rows) {

  public ExportedTable {
    columns = List.copyOf(columns);
  }
}
