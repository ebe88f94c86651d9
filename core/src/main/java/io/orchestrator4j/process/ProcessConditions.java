package io.orchestrator4j.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions of a list, as SQL with bound values: the only place where a statement's text depends
 * on what was asked. Field names come from {@link ProcessField}, values are always bound.
 */
final class ProcessConditions {

  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)(.+)");

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  static ProcessConditions of(List<ProcessQuery.Filter> filters) {
    return of(filters, List.of());
  }

  static ProcessConditions of(List<ProcessQuery.Filter> filters, List<LinkedCondition> linked) {
    ProcessConditions conditions = new ProcessConditions();
    filters.forEach(conditions::add);
    linked.forEach(each -> conditions.conditions.add(each.sql(conditions::bound)));
    return conditions;
  }

  boolean isEmpty() {
    return conditions.isEmpty();
  }

  /** The text behind {@code where}. */
  String sql() {
    return conditions.isEmpty() ? "true" : String.join("\nand ", conditions);
  }

  /** The values by their names in the text. */
  Map<String, Object> values() {
    return values;
  }

  private void add(ProcessQuery.Filter filter) {
    FilterText wanted = filter.text();
    List<String> alternatives = wanted.alternatives().stream()
        .map(value -> condition(filter.field(), value))
        .toList();
    conditions.add((wanted.isNegated() ? "not (" : "(") + String.join(" or ", alternatives) + ")");
  }

  private String condition(ProcessField field, String value) {
    return switch (field.kind()) {
      case TEXT ->
        "coalesce(" + field.expression() + ", '') ilike " + bound(FilterText.pattern(value));
      case UUID -> uuid(field, value);
      case BOOLEAN -> bool(field, value);
      case TIME -> time(field, value);
    };
  }

  // a whole id is looked up; only a part of one is a pattern
  private String uuid(ProcessField field, String value) {
    return FilterText.id(value)
        .map(id -> field.expression() + " = " + bound(id))
        .orElseGet(() -> field.expression() + "::text ilike " + bound(FilterText.pattern(value)));
  }

  private String bool(ProcessField field, String value) {
    return switch (value) {
      case "true" -> field.expression();
      case "false" -> "not " + field.expression();
      default -> "false";
    };
  }

  private String time(ProcessField field, String value) {
    Matcher comparison = COMPARISON.matcher(value);
    if (comparison.matches()) {
      return field.expression() + " " + comparison.group(1) + " "
          + bound(parse(comparison.group(2).strip()));
    }
    return "to_char(" + field.expression()
        + " at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') ilike "
        + bound(FilterText.pattern(value));
  }

  private static Instant parse(String text) {
    try {
      return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
          text.length() <= 10 ? text + "T00:00:00" : text.replace(' ', 'T'),
          OffsetDateTime::from,
          LocalDateTime::from)) {
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
        default -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      };
    } catch (DateTimeParseException e) {
      throw new NotATime(text, e);
    }
  }

  private String bound(Object value) {
    String name = "filter_" + values.size();
    values.put(name, value);
    return ":" + name;
  }
}
