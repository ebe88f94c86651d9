package io.orchestrator4j.lifecycle;

import io.orchestrator4j.store.Database;
import java.util.List;
import java.util.UUID;

/** Finds the processes that work on a subscription. */
final class ProcessesOfSubscriptions {

  private final Database database;

  ProcessesOfSubscriptions(Database database) {
    this.database = database;
  }

  /** The processes, without tasks, that are neither completed nor aborted; the first ones first, at most a thousand. */
  List<UUID> unfinished(UUID subscriptionId) {
    return database.with(handle -> handle
        .createQuery("""
            select p.process_id
            from ${schema}.processes_subscriptions l
            join ${schema}.processes p on p.process_id = l.process_id
            where l.subscription_id = :subscription_id
            and not p.is_task
            and p.last_status not in ('completed', 'aborted')
            order by p.started_at, p.process_id
            limit 1000
            """)
        .bind("subscription_id", subscriptionId)
        .mapTo(UUID.class)
        .list());
  }
}
