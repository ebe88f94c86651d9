package io.orchestrator4j.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/**
 * The conditions of a list, as SQL with bound values: the only place where a statement's text depends on what was
 * asked. Names in the text are the program's own; everything else is bound.
 */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  void add(String condition) {
    conditions.add(condition);
  }

  /** The name that stands for a value in the text. */
  String bound(Object value) {
    String name = "value_" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  /** The text behind {@code where}. */
  String sql() {
    return conditions.isEmpty() ? "true" : String.join("\nand ", conditions);
  }

  Query bind(Query query) {
    values.forEach(query::bind);
    return query;
  }
}
