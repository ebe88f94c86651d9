package io.orchestrator4j.server.process;

import io.orchestrator4j.process.ProcessField;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessQuery;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.web.Refused;
import io.orchestrator4j.server.web.WireTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for.
 *
 * @param matchesNothing whether no process can fulfil the filters
 * @param ranged whether a range was asked for, so that the answer says which one it has
 */
record ListRequest(ProcessQuery query, boolean matchesNothing, boolean ranged) {

  private static final String FILTER = "invalid_filter";
  private static final String SORT = "invalid_sort";
  private static final String RANGE = "invalid_range";
  private static final String AFTER = "invalid_after";
  private static final String INVALID_FILTER = "Invalid filter arguments";
  private static final String INVALID_SORT = "Invalid sort arguments";

  /** Filters of the wire on what a subscription says; a process without one matches none of them. */
  private static final Set<String> OF_SUBSCRIPTIONS = Set.of(
      "customer",
      "product",
      "product_description",
      "productDescription",
      "subscription_id",
      "subscriptionId",
      "tag");

  private static final Pattern PLACE = Pattern.compile(
      "(\\d{1,11}(?:\\.\\d{1,6})?),(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

  /**
   * A request, from the texts in its query.
   *
   * @throws Refused if one of them cannot be read
   */
  static ListRequest of(
      @Nullable String range,
      @Nullable String sort,
      @Nullable String filter,
      @Nullable String after) {
    List<ProcessQuery.Filter> filters = new ArrayList<>();
    boolean matchesNothing = false;
    for (Pair pair : pairs(filter, FILTER, "Invalid number of filter arguments")) {
      String value = pair.value();
      if (value.isEmpty() || value.indexOf('\0') >= 0) {
        throw refused(FILTER, INVALID_FILTER);
      }
      if (OF_SUBSCRIPTIONS.contains(pair.field())) {
        matchesNothing |= !value.startsWith("!");
      } else {
        filters.add(new ProcessQuery.Filter(filterField(pair.field()), value));
      }
    }
    ProcessQuery.Range rows = range(range);
    ProcessQuery query = new ProcessQuery(
        filters, sorts(sort), rows == null ? ProcessQuery.Range.first(ProcessQuery.MOST) : rows);
    return new ListRequest(behind(query, after), matchesNothing, rows != null);
  }

  private static ProcessQuery behind(ProcessQuery query, @Nullable String after) {
    if (after == null || after.isEmpty()) {
      return query;
    }
    Matcher place = PLACE.matcher(after);
    if (!place.matches()) {
      throw refused(
          AFTER,
          "after is '%s': expected started_at and process_id of the last process so far, as in 1764930000.123456,0199..."
              .formatted(after));
    }
    try {
      return query.behind(new ProcessQuery.Place(
          WireTime.instant(place.group(1)), new ProcessId(UUID.fromString(place.group(2)))));
    } catch (IllegalArgumentException e) {
      throw refused(AFTER, String.valueOf(e.getMessage()));
    }
  }

  private static ProcessField filterField(String name) {
    return ProcessField.named(name)
        // the wire says it twice
        .orElseThrow(() -> refused(FILTER, "400: " + INVALID_FILTER));
  }

  private static List<ProcessQuery.Sort> sorts(@Nullable String sort) {
    String expected = INVALID_SORT + ": expected pairs of field and order, as in started_at,desc";
    return pairs(sort, SORT, expected).stream()
        .map(pair -> new ProcessQuery.Sort(sortField(pair.field()), ascending(pair.value())))
        .toList();
  }

  private static ProcessField sortField(String name) {
    Optional<ProcessField> field =
        name.equals("workflowTarget") ? Optional.of(ProcessField.TARGET) : ProcessField.named(name);
    return field.orElseThrow(() -> refused(SORT, INVALID_SORT));
  }

  private static boolean ascending(String order) {
    return switch (order) {
      case "asc" -> true;
      case "desc" -> false;
      default ->
        throw refused(
            SORT, "%s: the order '%s' is neither asc nor desc".formatted(INVALID_SORT, order));
    };
  }

  // one number is no range, and the wire takes it for none
  private static ProcessQuery.@Nullable Range range(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.split(",", -1)) {
      if (!WHOLE_NUMBER.matcher(number.strip()).matches()) {
        throw refused(RANGE, noRange(text));
      }
      numbers.add(Integer.valueOf(number.strip()));
    }
    return switch (numbers.size()) {
      case 1 -> null;
      case 2 -> range(numbers.getFirst(), numbers.getLast());
      default -> throw refused(RANGE, noRange(text));
    };
  }

  private static ProcessQuery.Range range(int from, int to) {
    if (from >= to) {
      throw refused(RANGE, "range start must be lower than end");
    }
    return new ProcessQuery.Range(from, to);
  }

  private static String noRange(String text) {
    return "range is '%s': expected two whole numbers, as in 0,20".formatted(text);
  }

  private record Pair(String field, String value) {}

  private static List<Pair> pairs(@Nullable String text, String code, String oddNumber) {
    List<Pair> pairs = new ArrayList<>();
    if (text == null || text.isEmpty()) {
      return pairs;
    }
    String[] parts = text.split(",", -1);
    if (parts.length % 2 != 0) {
      throw refused(code, oddNumber);
    }
    for (int i = 0; i < parts.length; i += 2) {
      pairs.add(new Pair(parts[i], parts[i + 1]));
    }
    return pairs;
  }

  private static Refused refused(String code, String detail) {
    return new Problem(400, code, detail).refused();
  }
}
