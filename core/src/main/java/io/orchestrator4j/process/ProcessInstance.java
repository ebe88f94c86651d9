package io.orchestrator4j.process;

import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.Target;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a workflow, as its row says it.
 *
 * @param fence what a change of it must know
 * @param fingerprint of the definition that it last ran by
 */
public record ProcessInstance(
    ProcessId processId,
    WorkflowInfo workflow,
    Fence fence,
    Progress progress,
    Origin origin,
    String fingerprint) {

  /** The workflow that it runs, as it was registered. */
  public record WorkflowInfo(UUID workflowId, String name, Target target, boolean task) {}

  /**
   * How far it is.
   *
   * @param lastStep the name of the step last recorded
   * @param acting in whose name the next steps run
   * @param failedReason the message of the failure at which it stands; null elsewhere
   */
  public record Progress(
      @Nullable String lastStep,
      Assignee assignee,
      String acting,
      Instant lastModifiedAt,
      @Nullable String failedReason) {}

  /** Where it came from, and what people wrote on it. */
  public record Origin(
      String createdBy, Instant startedAt, @Nullable String note) {}

  /** Where it stands. */
  public ProcessStatus status() {
    return fence.status();
  }
}
