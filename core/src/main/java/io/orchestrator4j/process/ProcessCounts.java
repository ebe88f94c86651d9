package io.orchestrator4j.process;

import io.orchestrator4j.store.Database;
import java.util.List;

/**
 * How many processes stand at each status: the sum of changes that every commit appends, so that no two commits ever
 * wait for the same row. Thread-safe.
 */
public final class ProcessCounts {

  private static final int MOST_TOGETHER = 10_000;

  // below this a sum is read as quickly as ever
  private static final int WORTH_FOLDING = 100;

  private final Database database;

  public ProcessCounts(Database database) {
    this.database = database;
  }

  /** How many processes and tasks stand at a status. */
  public record StatusCount(boolean task, ProcessStatus status, long count) {}

  /** The counts; statuses at which no process stands are left out. */
  public List<StatusCount> byStatus() {
    return database.with(handle -> handle
        .createQuery("""
            select is_task, status, sum(change)::bigint as processes
            from ${schema}.process_counts
            group by is_task, status
            having sum(change) <> 0
            order by is_task, status
            """)
        .map((row, _) -> new StatusCount(
            row.getBoolean("is_task"),
            ProcessStatus.parse(row.getString("status")),
            row.getLong("processes")))
        .list());
  }

  /**
   * Puts one row in the place of many, if there are many. Who reads or appends meanwhile does not notice, and several
   * may fold at once: each takes rows of its own.
   *
   * @return how many rows it took
   */
  public int fold() {
    int folded = 0;
    int some = foldSome();
    while (some > 0) {
      folded += some;
      some = some < MOST_TOGETHER ? 0 : foldSome();
    }
    return folded;
  }

  private int foldSome() {
    return database.with(handle -> handle
        .createQuery("""
            with picked as materialized (
              select commit_id, is_task, status
              from ${schema}.process_counts
              order by commit_id
              limit :most
              for update skip locked),
            taken as (
              delete from ${schema}.process_counts c
              using picked p
              where c.commit_id = p.commit_id
              and c.is_task = p.is_task
              and c.status = p.status
              and (select count(*) from picked) >= :worth
              returning c.is_task, c.status, c.change),
            folded as (
              insert into ${schema}.process_counts (commit_id, is_task, status, change)
              select :commit_id, is_task, status, sum(change)
              from taken
              group by is_task, status
              having sum(change) <> 0)
            select count(*) from taken
            """)
        .bind("most", MOST_TOGETHER)
        .bind("worth", WORTH_FOLDING)
        .bind("commit_id", ProcessId.freshUuid())
        .mapTo(Integer.class)
        .one());
  }
}
