package io.orchestrator4j.engine;

import io.orchestrator4j.audit.AuditAction;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes what people note on processes. */
final class Noting {

  private final ProcessStore store;
  private final Loading loading;
  private final Events events;
  private final Clock clock;

  Noting(ProcessStore store, Loading loading, Events events, Clock clock) {
    this.store = store;
    this.loading = loading;
    this.events = events;
    this.clock = clock;
  }

  void note(Caller caller, ProcessId processId, @Nullable String note) {
    ProcessInstance process = loading.process(processId);
    String kept = note == null || note.isBlank() ? null : note;
    AuditEntry entry = AuditEntry.of(caller, AuditAction.NOTE, clock.instant())
        .on(processId.value(), process.workflow().name())
        .with("did", kept == null ? "removed" : "written");
    if (!store.note(processId, kept, entry)) {
      throw new OperationRefused.ProcessNotFound(processId);
    }
    events.publish(new Event.ProcessChanged(processId.value()));
  }
}
