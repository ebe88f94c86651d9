package io.orchestrator4j.testing;

import io.orchestrator4j.engine.ProcessDetail;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.workflow.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that came to rest, as a test reads it.
 *
 * @param rows its timeline: each step's name and status, as in {@code "Create the group success"}
 * @param failedReason why it failed; null where it did not
 */
public record ProcessResult(
    ProcessId processId,
    ProcessStatus status,
    State state,
    List<String> rows,
    @Nullable String failedReason) {

  public ProcessResult {
    rows = List.copyOf(rows);
  }

  static ProcessResult of(ProcessDetail detail) {
    Timeline timeline = detail.timeline();
    return new ProcessResult(
        detail.process().processId(),
        detail.process().status(),
        State.reading(timeline.state()),
        timeline.rows().stream().map(row -> row.name() + " " + row.status()).toList(),
        detail.process().progress().failedReason());
  }
}
