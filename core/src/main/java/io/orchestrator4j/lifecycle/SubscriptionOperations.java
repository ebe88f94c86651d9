package io.orchestrator4j.lifecycle;

import io.orchestrator4j.audit.AuditAction;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.audit.AuditRows;
import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.subscription.SaveUnit;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.subscription.UnitOfWork;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What operators do to subscriptions, each with its row in the audit. Thread-safe. */
public final class SubscriptionOperations {

  private final Database database;
  private final SubscriptionStore store;
  private final ProcessesOfSubscriptions processes;
  private final Events events;
  private final Clock clock;

  /** On the subscriptions of a database. */
  public SubscriptionOperations(
      Database database, SubscriptionStore store, Events events, Clock clock) {
    this.database = database;
    this.store = store;
    this.processes = new ProcessesOfSubscriptions(database);
    this.events = events;
    this.clock = clock;
  }

  /** What came of setting a subscription in sync. */
  public sealed interface InSync {

    /** It is in sync now. */
    record Done() implements InSync {}

    /** It was in sync already. */
    record WasSo() implements InSync {}

    /** These processes are not finished, and one of them may have left it half changed. */
    record Unfinished(List<UUID> processes) implements InSync {

      public Unfinished {
        processes = List.copyOf(processes);
      }
    }

    /** There is no such subscription. */
    record NotFound() implements InSync {}
  }

  /**
   * Takes the lock of a subscription from whatever process left it, so that workflows may start on it again. Refused
   * while a process that is no task is not finished.
   */
  public InSync setInSync(Caller caller, UUID subscriptionId) {
    if (store.find(subscriptionId).isEmpty()) {
      return new InSync.NotFound();
    }
    List<UUID> unfinished = processes.unfinished(subscriptionId);
    if (!unfinished.isEmpty()) {
      return new InSync.Unfinished(unfinished);
    }
    UnitOfWork work = store.open(null, caller.name());
    if (!work.setInSync(subscriptionId)) {
      return new InSync.WasSo();
    }
    SaveUnit change = work.end(List.of());
    AuditEntry entry = AuditEntry.of(caller, AuditAction.SET_IN_SYNC, clock.instant())
        .on(subscriptionId.toString());
    database.inTransaction(handle -> {
      change.apply(handle.getConnection());
      var audit = handle.createUpdate(AuditRows.insertFrom("(select 1) as done"));
      AuditRows.bind(audit, entry);
      return audit.execute();
    });
    events.publish(new Event.SubscriptionChanged(subscriptionId));
    return new InSync.Done();
  }
}
