package io.orchestrator4j.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a row of the catalogue, the same in code and database: what the row is on, then what it is.
 *
 * @param parts from the outermost inwards; at least one
 */
public record RowName(List<Part> parts) {

  private static final String BLOCK = "block";
  private static final String PRODUCT = "product";
  private static final String WORKFLOW = "workflow";
  private static final String FIELD = "field";

  /** A kind of thing, and which one. */
  public record Part(String kind, String name) {

    @Override
    public String toString() {
      return "%s '%s'".formatted(kind, name);
    }
  }

  public RowName {
    parts = List.copyOf(parts);
  }

  static RowName product(String name) {
    return new RowName(List.of(new Part(PRODUCT, name)));
  }

  static RowName block(String name) {
    return new RowName(List.of(new Part(BLOCK, name)));
  }

  static RowName workflow(String name) {
    return new RowName(List.of(new Part(WORKFLOW, name)));
  }

  RowName fixedInput(String name) {
    return with(new Part("fixed input", name));
  }

  RowName field(String name) {
    return with(new Part(FIELD, name));
  }

  /** A row that stands between the row of this name and another one. */
  RowName to(RowName other) {
    return with(other.parts.getLast());
  }

  private RowName with(Part part) {
    List<Part> longer = new ArrayList<>(parts);
    longer.add(part);
    return new RowName(longer);
  }

  /** Whether the row is on, or leads to, one of these: it is not there without it. */
  boolean needsOneOf(List<RowName> others) {
    return parts.size() > 1
        && (others.contains(new RowName(List.of(parts.getFirst())))
            || others.contains(new RowName(List.of(parts.getLast()))));
  }

  @Override
  public String toString() {
    return parts.stream().map(Part::toString).collect(Collectors.joining(", "));
  }
}
