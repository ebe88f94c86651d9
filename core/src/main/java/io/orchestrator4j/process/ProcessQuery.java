package io.orchestrator4j.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Which processes to list, in which order, and which part of them.
 *
 * @param filters all of them must hold
 * @param sorts the first counts most; what they leave open is ordered by start, latest first
 */
public record ProcessQuery(List<Filter> filters, List<Sort> sorts, Range range) {

  /** How many rows are listed at most, whatever was asked for. */
  public static final int MOST = 1000;

  public ProcessQuery {
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
  }

  /**
   * One condition on a field. Several values are separated by {@code |}, and by {@code -} where the
   * field holds neither ids nor times; a leading {@code !} turns the condition round; {@code %} and
   * {@code _} stand for any text and any letter; times can have {@code <}, {@code <=}, {@code >} or
   * {@code >=} before them.
   */
  public record Filter(ProcessField field, String value) {}

  /** One field to sort by. */
  public record Sort(ProcessField field, boolean ascending) {}

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
    return new ProcessQuery(more, sorts, range);
  }
}
