package io.orchestrator4j.engine;

import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.time.Clock;

/**
 * Puts processes on their way.
 *
 * @param stateLimit how many bytes a State may have
 */
record Advances(StepCalls calls, Clock clock, long stateLimit) {

  /** A process that is not in the database yet, before its first step. */
  Advance unborn(WorkflowDefinition workflow, String acting) {
    return new Advance(
        ProcessId.fresh(),
        workflow,
        acting,
        RunningState.of(Json.object(), stateLimit),
        this,
        new Fence(null, 0, 0, ProcessStatus.RUNNING, null),
        0,
        0);
  }

  /**
   * A process where it stands.
   *
   * @param committed what the database has of it, or will have with the change that sets it off
   */
  Advance of(Loading.Loaded loaded, String acting, Fence committed) {
    return new Advance(
        loaded.process().processId(),
        loaded.workflow(),
        acting,
        RunningState.of(loaded.journal().state(), stateLimit),
        this,
        committed,
        loaded.position(),
        loaded.failedAttempts());
  }
}
