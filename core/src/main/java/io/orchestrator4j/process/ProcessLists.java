package io.orchestrator4j.process;

import io.orchestrator4j.store.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Lists and counts processes. Thread-safe. */
public final class ProcessLists {

  private static final String WITH_FAILURE = """

      left join ${schema}.process_steps s
      on s.process_id = p.process_id
      and s.sequence = p.sequence
      and p.failed_reason is not null
      """;
  private static final String TABLES = ProcessRows.TABLES + WITH_FAILURE;
  private static final String USUAL_ORDER = "order by p.started_at desc, p.process_id desc";

  private final Database database;
  private final ProcessCounts counts;

  public ProcessLists(Database database) {
    this.database = database;
    this.counts = new ProcessCounts(database);
  }

  /** What a query asks for, with all that could be found out before its rows are read. */
  private record Restriction(ListParts parts, ProcessConditions others, boolean onFailures) {}

  /**
   * The processes that a query asks for.
   *
   * @throws NotATime if a filter compares a time with something that is none
   */
  public List<ListedProcess> list(ProcessQuery query) {
    Restriction restriction = restriction(query);
    if (restriction.parts().isEmpty()) {
      return List.of();
    }
    String from = query.isUsual() && !restriction.onFailures()
        ? "from (" + heads(query, restriction) + ") as p\n"
            + "join ${schema}.workflows w on w.workflow_id = p.workflow_id" + WITH_FAILURE
        : "from " + TABLES + "where " + where(restriction, query.after()) + "\n";
    // numbers are written out: the planner must see how few rows are wanted
    String sql = "select " + ProcessRows.COLUMNS + ", s.failure ->> 'stack_trace' as stack_trace\n"
        + from + "order by " + order(query.sorts()) + "\nlimit " + query.range().rows()
        + " offset " + query.range().from();
    return database.with(handle -> bound(handle.createQuery(sql), restriction, query.after())
        .map((row, _) -> new ListedProcess(ProcessRows.process(row), row.getString("stack_trace")))
        .list());
  }

  /** How many processes the filters of a query let through, wherever its list begins. */
  public long count(ProcessQuery query) {
    Restriction restriction = restriction(query);
    ListParts parts = restriction.parts();
    if (parts.isEmpty()) {
      return 0;
    }
    if (parts.isCounted() && restriction.others().isEmpty()) {
      return counts.byStatus().stream()
          .filter(parts::wants)
          .mapToLong(ProcessCounts.StatusCount::count)
          .sum();
    }
    String tables = "${schema}.processes p" + (restriction.onFailures() ? WITH_FAILURE : "\n");
    String sql = "select count(*) from " + tables + "where " + where(restriction, null);
    return database.with(handle ->
        bound(handle.createQuery(sql), restriction, null).mapTo(Long.class).one());
  }

  /** How many processes and tasks stand at each status; statuses at which none stands are left out. */
  public List<ProcessCounts.StatusCount> countsByStatus() {
    return counts.byStatus();
  }

  private Restriction restriction(ProcessQuery query) {
    ListFilters filters = ListFilters.of(query.filters());
    return new Restriction(
        new ListParts(filters.tasks(), filters.statuses(), workflowIds(filters.ofWorkflows())),
        ProcessConditions.of(filters.others(), query.linked()),
        filters.others().stream().anyMatch(each -> each.field() == ProcessField.TRACEBACK));
  }

  private @Nullable Set<UUID> workflowIds(List<ProcessQuery.Filter> filters) {
    if (filters.isEmpty()) {
      return null;
    }
    ProcessConditions conditions = ProcessConditions.of(filters);
    String sql = "select w.workflow_id from ${schema}.workflows w where " + conditions.sql();
    return new HashSet<>(database.with(handle -> {
      Query statement = handle.createQuery(sql);
      conditions.values().forEach(statement::bind);
      return statement.mapTo(UUID.class).list();
    }));
  }

  /** The first rows of each part: the first rows of the list are among them. */
  private static String heads(ProcessQuery query, Restriction restriction) {
    long reach = (long) query.range().from() + query.range().rows();
    return restriction.parts().parts().stream()
        .map(part -> "(select p.* from ${schema}.processes p\nwhere "
            + where(part, restriction.others(), query.after()) + "\n" + USUAL_ORDER + "\nlimit "
            + reach + ")")
        .collect(Collectors.joining("\nunion all\n"));
  }

  private static String where(Restriction restriction, ProcessQuery.@Nullable Place after) {
    return where(restriction.parts().sql(), restriction.others(), after);
  }

  private static String where(
      String part, ProcessConditions others, ProcessQuery.@Nullable Place after) {
    return part
        + (others.isEmpty() ? "" : "\nand " + others.sql())
        + (after == null
            ? ""
            : "\nand (p.started_at, p.process_id) < (:after_started_at, :after_process_id)");
  }

  private static Query bound(
      Query statement, Restriction restriction, ProcessQuery.@Nullable Place after) {
    restriction.others().values().forEach(statement::bind);
    if (after != null) {
      statement
          .bind("after_started_at", after.startedAt())
          .bind("after_process_id", after.processId().value());
    }
    return statement;
  }

  private static String order(List<ProcessQuery.Sort> sorts) {
    String asked = sorts.stream().map(sort -> sort.sql() + ", ").collect(Collectors.joining());
    return asked + "p.started_at desc, p.process_id desc";
  }
}
