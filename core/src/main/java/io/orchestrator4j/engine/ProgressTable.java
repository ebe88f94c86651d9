package io.orchestrator4j.engine;

import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of how far running steps are. */
final class ProgressTable {

  private final Database database;

  ProgressTable(Database database) {
    this.database = database;
  }

  /**
   * How far a step is.
   *
   * @param ours as whose run of the process
   * @param percent null where that is not known
   */
  record Report(
      ProcessId processId,
      Fence ours,
      String path,
      @Nullable Integer percent,
      @Nullable String message,
      Instant at) {}

  /** Writes reports of processes that are still run by whoever reports. */
  void write(List<Report> reports) {
    if (reports.isEmpty()) {
      return;
    }
    database.with(handle -> {
      var statement = handle.createUpdate("""
          insert into ${schema}.step_progress (process_id, path, epoch, percent, message, at)
          select r.process_id, r.path, r.epoch, r.percent, r.message, r.at::timestamptz
          from unnest(:process_ids, :owners, :epochs::bigint[], :paths, :percents, :messages, :ats)
               as r(process_id, owner, epoch, path, percent, message, at)
          join ${schema}.processes p
          on p.process_id = r.process_id
          and p.owner = r.owner
          and p.epoch = r.epoch
          on conflict (process_id) do update
          set path = excluded.path, epoch = excluded.epoch, percent = excluded.percent, message = excluded.message,
              at = excluded.at
          """);
      array(
          statement,
          "process_ids",
          UUID.class,
          reports,
          report -> report.processId().value());
      array(statement, "owners", UUID.class, reports, report -> report.ours().owner());
      array(
          statement,
          "epochs",
          String.class,
          reports,
          report -> "" + report.ours().epoch());
      array(statement, "paths", String.class, reports, Report::path);
      array(statement, "percents", Integer.class, reports, Report::percent);
      array(statement, "messages", String.class, reports, Report::message);
      array(statement, "ats", String.class, reports, report -> report.at().toString());
      return statement.execute();
    });
  }

  /** Forgets what steps have said. */
  void delete(List<ProcessId> processIds) {
    if (processIds.isEmpty()) {
      return;
    }
    database.with(handle -> handle
        .createUpdate("""
            delete from ${schema}.step_progress
            where process_id = any(:process_ids)
            """)
        .bindArray(
            "process_ids", UUID.class, processIds.stream().map(ProcessId::value).toArray())
        .execute());
  }

  /** How far the step is that a process runs; empty where it has not said. */
  Optional<ProcessDetail.Progress> find(ProcessInstance process, String path, String name) {
    return database.with(handle -> handle
        .createQuery("""
            select percent, message, at
            from ${schema}.step_progress
            where process_id = :process_id
            and epoch = :epoch
            and path = :path
            """)
        .bind("process_id", process.processId().value())
        .bind("epoch", process.fence().epoch())
        .bind("path", path)
        .map((row, _) -> new ProcessDetail.Progress(
            name,
            row.getObject("percent", Integer.class),
            row.getString("message"),
            row.getObject("at", java.time.OffsetDateTime.class).toInstant()))
        .findOne());
  }

  private static <T> void array(
      SqlStatement<?> statement,
      String name,
      Class<T> type,
      List<Report> reports,
      Function<Report, @Nullable T> column) {
    statement.bindArray(name, type, reports.stream().map(column).toArray());
  }
}
