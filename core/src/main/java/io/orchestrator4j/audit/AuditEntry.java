package io.orchestrator4j.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One action of somebody. It has no secrets and nothing that people entered: that is in the journal.
 *
 * @param actor who did it, by the name that the journals have
 * @param actorKind how the request came in: {@code person} or {@code system}
 * @param action what was done, as {@link AuditAction} names it; a newer program may know more
 * @param processId the process that it was done to; null where it was none
 * @param subject what people call it: the workflow of the process, the node; null for the engine
 * @param details further facts, by their names
 */
public record AuditEntry(
    UUID auditId,
    Instant at,
    String actor,
    String actorKind,
    String action,
    @Nullable UUID processId,
    @Nullable String subject,
    ObjectNode details) {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  /** An action of a caller. */
  public static AuditEntry of(Caller caller, AuditAction action, Instant at) {
    return new AuditEntry(
        IDS.generate(),
        at.truncatedTo(ChronoUnit.MICROS),
        caller.name(),
        caller.kind().name().toLowerCase(Locale.ROOT),
        action.text(),
        null,
        null,
        Json.object());
  }

  /** The same, done to a process of a workflow. */
  public AuditEntry on(UUID process, String workflow) {
    return new AuditEntry(auditId, at, actor, actorKind, action, process, workflow, details);
  }

  /** The same, done to something else. */
  public AuditEntry on(String other) {
    return new AuditEntry(auditId, at, actor, actorKind, action, processId, other, details);
  }

  /** The same with one more fact. */
  public AuditEntry with(String name, String fact) {
    return new AuditEntry(
        auditId,
        at,
        actor,
        actorKind,
        action,
        processId,
        subject,
        details.deepCopy().put(name, fact));
  }
}
