package io.orchestrator4j.process;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.workflow.Assignee;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a process that is committed whole: its records, its new standing, and what it must
 * have been before.
 *
 * @param before what it must be; else nothing is written
 * @param after what it is then
 * @param shown what the row shows then
 * @param records the lines to add to its journal, in order
 * @param audit who did it, where an operator did; a step leaves none
 */
public record Checkpoint(
    ProcessId processId,
    Fence before,
    Fence after,
    Shown shown,
    List<StepRecord> records,
    @Nullable AuditEntry audit)
    implements Change {

  public Checkpoint {
    records = List.copyOf(records);
  }

  /** A change that no operator made. */
  public Checkpoint(
      ProcessId processId, Fence before, Fence after, Shown shown, List<StepRecord> records) {
    this(processId, before, after, shown, records, null);
  }

  @Override
  public boolean changesStatus() {
    return before.status() != after.status();
  }

  /** The same change of a process that was something else before. */
  public Checkpoint replacing(Fence other) {
    return new Checkpoint(processId, other, after, shown, records, audit);
  }

  /** The same change, made by an operator. */
  public Checkpoint by(AuditEntry entry) {
    return new Checkpoint(processId, before, after, shown, records, entry);
  }

  /** What the row shows after the change. */
  public record Shown(
      @Nullable String lastStep,
      Assignee assignee,
      String acting,
      Instant at,
      @Nullable String failedReason,
      String fingerprint) {}
}
