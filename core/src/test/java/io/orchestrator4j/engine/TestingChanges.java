package io.orchestrator4j.engine;

import io.orchestrator4j.process.Birth;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Delta;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Queued;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.process.StepStatus;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.Target;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Processes that begin, and steps that they have passed, for what commits them. */
final class TestingChanges {

  private static final UUID NODE = UUID.randomUUID();

  private TestingChanges() {}

  static Birth birth(int sequence) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Fence fence = new Fence(NODE, 1, sequence, ProcessStatus.RUNNING, null);
    return new Birth(
        new ProcessInstance(
            ProcessId.fresh(),
            new ProcessInstance.WorkflowInfo(UUID.randomUUID(), "w", Target.SYSTEM, true),
            fence,
            new ProcessInstance.Progress("Start", Assignee.SYSTEM, "ann", now, null),
            new ProcessInstance.Origin("ann", now, null),
            "fingerprint"),
        new Queued("system", Queued.BACKGROUND),
        List.of(record(sequence, Delta.setting(Json.object().put("key", "value")))));
  }

  static Checkpoint step(Birth birth) {
    return step(birth.processId(), birth.after());
  }

  static Checkpoint step(ProcessId processId, Fence known) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    int sequence = known.sequence() + 1;
    return new Checkpoint(
        processId,
        known,
        known.advanced(sequence, ProcessStatus.RUNNING),
        new Checkpoint.Shown("Step", Assignee.SYSTEM, "ann", now, null, "fingerprint"),
        List.of(record(sequence, Delta.none())));
  }

  private static StepRecord record(int sequence, Delta delta) {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    return StepRecord.of(
        new StepRecord.Place(sequence, "step#" + sequence, "Step"),
        StepStatus.SUCCESS,
        new StepRecord.Attempt(1, "ann", now, now),
        delta);
  }
}
