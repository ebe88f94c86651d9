package io.orchestrator4j.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells, each column as wide as its widest cell. Not thread-safe. */
public final class Table {

  private final String indent;
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table. */
  public Table(String indent) {
    this.indent = indent;
  }

  /** Adds a line; every line has as many cells as the first. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Prints all lines. */
  public void print(Terminal terminal) {
    rows.stream().map(this::line).forEach(terminal::line);
  }

  private String line(List<String> row) {
    return indent
        + IntStream.range(0, row.size())
            .mapToObj(column -> padded(row.get(column), width(column)))
            .collect(Collectors.joining("  "))
            .stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
