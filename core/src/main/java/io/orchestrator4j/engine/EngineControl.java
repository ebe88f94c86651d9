package io.orchestrator4j.engine;

import io.orchestrator4j.audit.AuditAction;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.node.Membership;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;

/** What operators do to the engine and its nodes as a whole. */
final class EngineControl {

  private final EngineSwitch engineSwitch;
  private final Membership membership;
  private final Events events;
  private final Clock clock;

  EngineControl(EngineSwitch engineSwitch, Membership membership, Events events, Clock clock) {
    this.engineSwitch = engineSwitch;
    this.membership = membership;
    this.events = events;
    this.clock = clock;
  }

  EngineStatus pause(Caller caller) {
    set(true, AuditEntry.of(caller, AuditAction.PAUSE_ENGINE, clock.instant()));
    return engineSwitch.status();
  }

  EngineStatus resume(Caller caller) {
    set(false, AuditEntry.of(caller, AuditAction.RESUME_ENGINE, clock.instant()));
    return engineSwitch.status();
  }

  private void set(boolean pause, AuditEntry entry) {
    if (engineSwitch.set(pause, entry)) {
      events.publish(new Event.EngineChanged());
      if (!pause) {
        events.publish(new Event.WorkQueued());
      }
    }
  }

  int drain(Caller caller, String nameOrId, boolean draining) {
    AuditAction action = draining ? AuditAction.DRAIN_NODE : AuditAction.RESUME_NODE;
    AuditEntry entry = AuditEntry.of(caller, action, clock.instant()).on(nameOrId);
    return membership.drain(nameOrId, draining, entry);
  }
}
