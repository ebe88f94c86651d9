package io.orchestrator4j.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which processes to list, in which order, and which part of them.
 *
 * @param filters all of them must hold
 * @param linked these as well
 * @param sorts the first counts most; what they leave open is ordered by start, latest first
 * @param after behind which process of the usual order the list begins; null for its beginning
 */
public record ProcessQuery(
    List<Filter> filters,
    List<LinkedCondition> linked,
    List<Sort> sorts,
    Range range,
    @Nullable Place after) {

  /** How many rows are listed at most, whatever was asked for. */
  public static final int MOST = 1000;

  public ProcessQuery {
    filters = List.copyOf(filters);
    linked = List.copyOf(linked);
    sorts = List.copyOf(sorts);
    if (after != null && !isUsual(sorts)) {
      throw new IllegalArgumentException(
          "A list that begins behind a process is ordered by start, latest first; found another order");
    }
  }

  public ProcessQuery(List<Filter> filters, List<Sort> sorts, Range range) {
    this(filters, List.of(), sorts, range, null);
  }

  /**
   * Where a process stands in the usual order. Whoever reads a long list goes on behind the last process that it has:
   * each part costs as much as the first, and nothing that starts meanwhile moves the rest.
   */
  public record Place(Instant startedAt, ProcessId processId) {

    /** The place of a process. */
    public static Place of(ProcessInstance process) {
      return new Place(process.origin().startedAt(), process.processId());
    }
  }

  /**
   * One condition on a field. Several values are separated by {@code |}, and by {@code -} where the
   * field holds neither ids nor times; a leading {@code !} turns the condition round; {@code %} and
   * {@code _} stand for any text and any letter; times can have {@code <}, {@code <=}, {@code >} or
   * {@code >=} before them.
   */
  public record Filter(ProcessField field, String value) {

    FilterText text() {
      return switch (field.kind()) {
        case TEXT, BOOLEAN -> new FilterText(value, true);
        case TIME, UUID -> new FilterText(value, false);
      };
    }
  }

  /** One thing to sort by. */
  public record Sort(ListOrder by, boolean ascending) {
    String sql() {
      return by.sql(ascending);
    }
  }

  /** Rows from one number, which is included, to another, which is not. */
  public record Range(int from, int to) {

    /** The first rows. */
    public static Range first(int rows) {
      return new Range(0, rows);
    }

    int rows() {
      return Math.min(to - from, MOST);
    }
  }

  /** All processes, latest first. */
  public static ProcessQuery all() {
    return new ProcessQuery(List.of(), List.of(), Range.first(MOST));
  }

  /** These processes, and one more condition. */
  public ProcessQuery where(ProcessField field, String value) {
    List<Filter> more = new ArrayList<>(filters);
    more.add(new Filter(field, value));
    return new ProcessQuery(more, linked, sorts, range, after);
  }

  /** These processes, and one more condition on what they are linked with. */
  public ProcessQuery where(LinkedCondition condition) {
    List<LinkedCondition> more = new ArrayList<>(linked);
    more.add(condition);
    return new ProcessQuery(filters, more, sorts, range, after);
  }

  /** The first rows of these processes. */
  public ProcessQuery first(int rows) {
    return new ProcessQuery(filters, linked, sorts, Range.first(rows), after);
  }

  /** These processes from behind a place on, in the usual order. */
  public ProcessQuery behind(Place place) {
    return new ProcessQuery(filters, linked, sorts, range, place);
  }

  /** Whether the list is in the order of start, latest first. */
  boolean isUsual() {
    return isUsual(sorts);
  }

  private static boolean isUsual(List<Sort> sorts) {
    return sorts.isEmpty()
        || (sorts.size() == 1
            && sorts.getFirst().by() == ProcessField.STARTED_AT
            && !sorts.getFirst().ascending());
  }
}
