package io.orchestrator4j.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In what code and database differ; in the order of the lines by which people read it. */
public record Difference(List<Item> items) {

  /** One difference. */
  public sealed interface Item {

    /** The row: that of the code, or the database's where the code has none. */
    CatalogueRow row();

    /** Whether the program cannot work because of it. */
    boolean stops();

    /** One line for people. */
    String line();
  }

  /** The database lacks a row. */
  public record Missing(CatalogueRow row) implements Item {

    @Override
    public boolean stops() {
      return true;
    }

    @Override
    public String line() {
      return "missing  " + row.name();
    }
  }

  /**
   * The database has a row that says something else.
   *
   * @param old the row of the database
   */
  public record Differs(
      CatalogueRow row, CatalogueRow old, Fact fact, String found, String expected)
      implements Item {

    @Override
    public boolean stops() {
      return fact.isNeeded();
    }

    @Override
    public String line() {
      return "differs  %s: %s %s, expected %s".formatted(row.name(), fact.text(), found, expected);
    }
  }

  /** The database has a row that the code does not know: of older nodes, or left over. */
  public record Surplus(CatalogueRow row) implements Item {

    @Override
    public boolean stops() {
      return false;
    }

    @Override
    public String line() {
      return "surplus  " + row.name();
    }
  }

  /** These differences, in the order of their lines. */
  public Difference {
    items = items.stream().sorted(Comparator.comparing(Item::line)).toList();
  }

  static Difference between(
      Collection<? extends CatalogueRow> wanted, Collection<? extends CatalogueRow> found) {
    Map<RowName, CatalogueRow> rest = new HashMap<>();
    found.forEach(row -> rest.put(row.name(), row));
    List<Item> items = new ArrayList<>();
    for (CatalogueRow row : wanted) {
      CatalogueRow other = rest.remove(row.name());
      if (other == null) {
        items.add(new Missing(row));
      } else {
        addDiffering(row, other, items);
      }
    }
    rest.values().stream()
        .filter(row -> !(row instanceof CatalogueRow.WorkflowRow workflow && workflow.deleted()))
        .forEach(row -> items.add(new Surplus(row)));
    return new Difference(items);
  }

  private static void addDiffering(CatalogueRow wanted, CatalogueRow found, List<Item> items) {
    wanted.facts().forEach((fact, expected) -> {
      String there = found.facts().getOrDefault(fact, "");
      if (!there.equals(expected)) {
        items.add(new Differs(wanted, found, fact, there, expected));
      }
    });
  }

  /** Whether the program cannot work with this database. */
  public boolean stops() {
    return items.stream().anyMatch(Item::stops);
  }

  /** The rows of the code that are not in the database, or are there otherwise. */
  List<CatalogueRow> toWrite() {
    return items.stream()
        .filter(item -> !(item instanceof Surplus))
        .map(Item::row)
        .distinct()
        .toList();
  }

  /** One line for each difference; what belongs to something that is missing or surplus itself is not said again. */
  public List<String> lines() {
    return lines(items);
  }

  /** The lines of what the program cannot work with. */
  public List<String> linesThatStop() {
    return lines(items.stream().filter(Item::stops).toList());
  }

  /** The lines of what the code has, and the database not or otherwise. */
  List<String> linesToWrite() {
    return lines(items.stream().filter(item -> !(item instanceof Surplus)).toList());
  }

  /** The lines of what is only worth knowing. */
  public List<String> otherLines() {
    return lines(items.stream().filter(item -> !item.stops()).toList());
  }

  private static List<String> lines(List<Item> items) {
    List<RowName> whole = items.stream()
        .filter(item -> !(item instanceof Differs))
        .map(item -> item.row().name())
        .toList();
    return items.stream()
        .filter(item -> !item.row().name().needsOneOf(whole))
        .map(Item::line)
        .toList();
  }
}
