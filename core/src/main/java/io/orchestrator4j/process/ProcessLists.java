package io.orchestrator4j.process;

import io.orchestrator4j.store.Database;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Lists and counts processes. Thread-safe. */
public final class ProcessLists {

  private static final String TABLES = ProcessRows.TABLES + """

      left join ${schema}.process_steps s
      on s.process_id = p.process_id
      and s.sequence = p.sequence
      and p.failed_reason is not null
      """;

  private final Database database;

  public ProcessLists(Database database) {
    this.database = database;
  }

  /** How many processes and tasks stand at a status. */
  public record StatusCount(boolean task, ProcessStatus status, long count) {}

  /**
   * The processes that a query asks for.
   *
   * @throws NotATime if a filter compares a time with something that is none
   */
  public List<ListedProcess> list(ProcessQuery query) {
    ProcessConditions conditions = ProcessConditions.of(query.filters());
    String sql = "select " + ProcessRows.COLUMNS
        + ", s.failure ->> 'stack_trace' as stack_trace\nfrom " + TABLES + "where "
        + conditions.sql() + "\norder by " + order(query.sorts()) + "\nlimit :rows offset :from";
    return database.with(handle -> {
      Query statement = handle.createQuery(sql);
      conditions.values().forEach(statement::bind);
      return statement
          .bind("rows", query.range().rows())
          .bind("from", query.range().from())
          .map(
              (row, _) -> new ListedProcess(ProcessRows.process(row), row.getString("stack_trace")))
          .list();
    });
  }

  /** How many processes the filters of a query let through. */
  public long count(ProcessQuery query) {
    ProcessConditions conditions = ProcessConditions.of(query.filters());
    return database.with(handle -> {
      Query statement =
          handle.createQuery("select count(*) from " + TABLES + "where " + conditions.sql());
      conditions.values().forEach(statement::bind);
      return statement.mapTo(Long.class).one();
    });
  }

  /** How many processes and tasks stand at each status; statuses at which none stands are left out. */
  public List<StatusCount> countsByStatus() {
    return database.with(handle -> handle
        .createQuery("""
            select is_task, last_status, count(*) as processes
            from ${schema}.processes
            group by is_task, last_status
            order by is_task, last_status
            """)
        .map((row, _) -> new StatusCount(
            row.getBoolean("is_task"),
            ProcessStatus.parse(row.getString("last_status")),
            row.getLong("processes")))
        .list());
  }

  private static String order(List<ProcessQuery.Sort> sorts) {
    String asked = sorts.stream()
        .map(sort -> expression(sort.field()) + (sort.ascending() ? " asc, " : " desc, "))
        .collect(Collectors.joining());
    return asked + "p.started_at desc, p.process_id desc";
  }

  private static String expression(ProcessField field) {
    return switch (field.kind()) {
      case TEXT -> "lower(" + field.expression() + ")";
      case BOOLEAN, TIME, UUID -> field.expression();
    };
  }
}
