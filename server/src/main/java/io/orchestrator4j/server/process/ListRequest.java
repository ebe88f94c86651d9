package io.orchestrator4j.server.process;

import io.orchestrator4j.lifecycle.SubscriptionFilters;
import io.orchestrator4j.process.ListOrder;
import io.orchestrator4j.process.ProcessField;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessQuery;
import io.orchestrator4j.server.web.ListRange;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.web.Refused;
import io.orchestrator4j.server.web.WireTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for.
 *
 * @param ranged whether a range was asked for, so that the answer says which one it has
 */
record ListRequest(ProcessQuery query, boolean ranged) {

  private static final String FILTER = "invalid_filter";
  private static final String SORT = "invalid_sort";
  private static final String AFTER = "invalid_after";
  private static final String INVALID_FILTER = "Invalid filter arguments";
  private static final String INVALID_SORT = "Invalid sort arguments";

  private static final Pattern PLACE = Pattern.compile(
      "(\\d{1,11}(?:\\.\\d{1,6})?),(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  /**
   * A request, from the texts in its query.
   *
   * @param ofSubscriptions what processes are filtered and sorted by besides their own fields
   * @throws Refused if one of them cannot be read
   */
  static ListRequest of(
      @Nullable String range,
      @Nullable String sort,
      @Nullable String filter,
      @Nullable String after,
      SubscriptionFilters ofSubscriptions) {
    ListRange rows = ListRange.read(range);
    ProcessQuery query = new ProcessQuery(
        List.of(),
        sorts(sort, ofSubscriptions),
        rows == null
            ? ProcessQuery.Range.first(ProcessQuery.MOST)
            : new ProcessQuery.Range(rows.from(), rows.to()));
    for (Pair pair : pairs(filter, FILTER, "Invalid number of filter arguments")) {
      query = filtered(query, pair, ofSubscriptions);
    }
    return new ListRequest(behind(query, after), rows != null);
  }

  private static ProcessQuery filtered(
      ProcessQuery query, Pair filter, SubscriptionFilters ofSubscriptions) {
    String value = filter.value();
    if (value.isEmpty() || value.indexOf('\0') >= 0) {
      throw refused(FILTER, INVALID_FILTER);
    }
    return ofSubscriptions
        .condition(filter.field(), value)
        .map(query::where)
        .orElseGet(() -> query.where(filterField(filter.field()), value));
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

  private static List<ProcessQuery.Sort> sorts(
      @Nullable String sort, SubscriptionFilters ofSubscriptions) {
    String expected = INVALID_SORT + ": expected pairs of field and order, as in started_at,desc";
    return pairs(sort, SORT, expected).stream()
        .map(pair ->
            new ProcessQuery.Sort(order(pair.field(), ofSubscriptions), ascending(pair.value())))
        .toList();
  }

  private static ListOrder order(String name, SubscriptionFilters ofSubscriptions) {
    Optional<ProcessField> own =
        name.equals("workflowTarget") ? Optional.of(ProcessField.TARGET) : ProcessField.named(name);
    return own.<ListOrder>map(Function.identity())
        .or(() -> ofSubscriptions.order(name))
        .orElseThrow(() -> refused(SORT, INVALID_SORT));
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
