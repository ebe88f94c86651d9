package io.orchestrator4j.process;

import io.orchestrator4j.store.Database;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/**
 * The processes that wait for a node to run them: rows that are due and have no owner. The rows of the processes are
 * the queue; there is no second one.
 */
public final class ProcessQueue {

  private final Database database;

  public ProcessQueue(Database database) {
    this.database = database;
  }

  /**
   * What a node wants to take.
   *
   * @param workflowIds the workflows that it has
   * @param atMost how many it has room for
   * @param leastPriority below which it takes nothing
   * @param queues the queues to take from, or to leave alone
   * @param leaving whether the queues are those to leave alone
   * @param suspects whether to take what may be what ended the nodes that ran it, and nothing else; if not, that is left
   */
  public record Wanted(
      Collection<UUID> workflowIds,
      int atMost,
      int leastPriority,
      Collection<String> queues,
      boolean leaving,
      boolean suspects) {}

  /**
   * A process that a node has taken.
   *
   * @param lostNodes how many nodes were lost in a row while they ran its next step, and had nothing else to blame
   * @param suspect whether its next step may be what ended them
   * @param interrupted whether its next step was begun by a node that did not end it
   */
  public record Claimed(
      ProcessInstance process, int lostNodes, boolean suspect, boolean interrupted) {}

  /** Makes a node the owner of processes that are due, the most urgent ones first; none while the engine is paused. */
  public List<Claimed> claim(UUID node, Wanted wanted) {
    return database.with(handle -> {
      Query query = handle.createQuery("""
          with due as (
            select process_id, last_status as was
            from ${schema}.processes
            where wake_at <= now()
            and workflow_id = any(:workflow_ids)
            and priority >= :least_priority
            and (queue = any(:queues)) <> :leaving
            and suspect = :suspects
            and not (select paused from ${schema}.engine_settings where settings_id = 1)
            and exists (
              select
              from ${schema}.nodes
              where node_id = :node
              and lost_at is null
              and stopped_at is null)
            order by priority desc, wake_at
            limit :at_most
            for update skip locked),
          claimed as (
            update ${schema}.processes p
            set owner = :node, epoch = p.epoch + 1, last_status = 'running', wake_at = null
            from due
            where p.process_id = due.process_id
            returning p.*, due.was),
          counted as (
            insert into ${schema}.process_counts (commit_id, is_task, status, change)
            select :commit_id, is_task, status, sum(one)
            from (
              select is_task, was as status, -1 as one from claimed where was <> 'running'
              union all
              select is_task, 'running', 1 from claimed where was <> 'running') as changes
            group by is_task, status)
          select %s, p.lost_nodes, p.suspect, p.interrupted
          from claimed p
          join ${schema}.workflows w on w.workflow_id = p.workflow_id
          order by p.priority desc, p.process_id
          """.formatted(ProcessRows.COLUMNS));
      query
          .bind("node", node)
          .bind("commit_id", ProcessId.freshUuid())
          .bindArray("workflow_ids", UUID.class, wanted.workflowIds())
          .bindArray("queues", String.class, wanted.queues())
          .bind("leaving", wanted.leaving())
          .bind("suspects", wanted.suspects())
          .bind("least_priority", wanted.leastPriority())
          .bind("at_most", wanted.atMost());
      return claimed(query);
    });
  }

  /** The processes that a node owns at this moment, run or not. */
  public Set<ProcessId> ownedBy(UUID node) {
    return database.with(handle -> handle
        .createQuery("""
            select process_id
            from ${schema}.processes
            where last_status = 'running'
            and owner = :node
            """)
        .bind("node", node)
        .map((row, _) -> new ProcessId(row.getObject("process_id", UUID.class)))
        .collect(Collectors.toSet()));
  }

  /** Those of these processes that a node owns at this moment. */
  public List<Claimed> owned(UUID node, Collection<ProcessId> among) {
    return database.with(handle -> claimed(handle
        .createQuery(
            "select " + ProcessRows.COLUMNS + ", p.lost_nodes, p.suspect, p.interrupted from "
                + ProcessRows.TABLES + """

             where p.process_id = any(:among)
             and p.last_status = 'running'
             and p.owner = :node
            """)
        .bind("node", node)
        .bind("among", among.stream().map(ProcessId::value).toArray(UUID[]::new))));
  }

  /**
   * Gives back processes whose owner is no node at work, to be taken by others; in parts, since there may be very many.
   *
   * @return how many it gave back; call it until there are none
   */
  public int releaseLost(int atMost) {
    return database.with(
        handle -> handle.createUpdate("""
            with crowds as (
              select owner
              from ${schema}.processes
              where last_status = 'running'
              and owner is not null
              group by owner
              having count(*) > 1)
            update ${schema}.processes
            set owner = null, wake_at = now(), interrupted = true, suspect = lost_nodes > 0,
                lost_nodes = case
                  when lost_nodes = 0 or suspect or owner not in (select owner from crowds)
                    then least(lost_nodes + 1, 1000)
                  else lost_nodes
                end
            where process_id in (
              select p.process_id
              from ${schema}.processes p
              where p.last_status = 'running'
              and p.owner is not null
              and not exists (
                select
                from ${schema}.nodes n
                where n.node_id = p.owner
                and n.lost_at is null
                and n.stopped_at is null)
              order by p.process_id
              limit :at_most
              for update of p)
            """).bind("at_most", atMost).execute());
  }

  /** In which way a process is given back. */
  public enum GivenBack {
    /** Between two steps: nothing is unknown. */
    BETWEEN_STEPS,
    /** In the middle of a step, which nobody knows the end of. */
    INTERRUPTED,
    /** The node could not go on with it, which counts like the loss of a node. */
    BROKEN
  }

  /**
   * Gives back a process that its node does not go on with, to be taken by another one. If something was asked of it,
   * its node has to do that first: while the engine is paused, nobody would take it.
   *
   * @return whether it was what the fence says; if not, nothing was done
   */
  public boolean release(ProcessId processId, Fence known, GivenBack way) {
    return database.with(handle -> handle
            .createUpdate("""
            update ${schema}.processes
            set owner = null, wake_at = now(), interrupted = :interrupted,
                suspect = suspect or (:lost_nodes > 0 and lost_nodes > 0), lost_nodes = lost_nodes + :lost_nodes
            where process_id = :process_id
            and owner = :owner
            and epoch = :epoch
            and sequence = :sequence
            and last_status = 'running'
            and requested is null
            """)
            .bind("interrupted", way != GivenBack.BETWEEN_STEPS)
            .bind("lost_nodes", way == GivenBack.BROKEN ? 1 : 0)
            .bind("process_id", processId.value())
            .bind("owner", known.owner())
            .bind("epoch", known.epoch())
            .bind("sequence", known.sequence())
            .execute())
        == 1;
  }

  private static List<Claimed> claimed(Query query) {
    return query
        .map((row, _) -> new Claimed(
            ProcessRows.process(row),
            row.getInt("lost_nodes"),
            row.getBoolean("suspect"),
            row.getBoolean("interrupted")))
        .list();
  }
}
