package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.engine.ProcessDetail;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.State;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * A process that came to rest, as a test reads it. AssertJ's {@code assertThat(result)} knows what can be said of one.
 * Immutable.
 */
public final class ProcessResult implements AssertProvider<ProcessResultAssert> {

  private final ProcessDetail detail;
  private final Subscriptions subscriptions;

  private ProcessResult(ProcessDetail detail, Subscriptions subscriptions) {
    this.detail = detail;
    this.subscriptions = subscriptions;
  }

  static ProcessResult of(Orchestrator orchestrator, ProcessId processId) {
    return new ProcessResult(orchestrator.reader().detail(processId), orchestrator.subscriptions());
  }

  /** The process. */
  public ProcessId processId() {
    return detail.process().processId();
  }

  /** Where it stands. */
  public ProcessStatus status() {
    return detail.process().status();
  }

  /** The State after the last step that it has behind it. */
  public State state() {
    return State.reading(detail.timeline().state());
  }

  /**
   * The subscription that it is about, as it is now.
   *
   * @throws AssertionError if it is about none
   */
  public <S> S subscription(Class<S> type) {
    UUID id = state()
        .find("subscription_id", UUID.class)
        .orElseThrow(() -> new AssertionError("It is about no subscription: " + this));
    return subscriptions.load(type, id);
  }

  /** Its timeline: each step's name and status, as in {@code "Create the group success"}. */
  public List<String> rows() {
    return detail.timeline().rows().stream()
        .map(row -> row.name() + " " + row.status())
        .toList();
  }

  /** Why it failed; null where it did not. */
  public @Nullable String failedReason() {
    return detail.process().progress().failedReason();
  }

  @Override
  public ProcessResultAssert assertThat() {
    return new ProcessResultAssert(this);
  }

  /** The name of the step that it came to last; empty where it came to none. */
  String lastStep() {
    return detail.timeline().rows().stream()
        .filter(row -> row.done() != null)
        .reduce((_, later) -> later)
        .map(Timeline.Row::name)
        .orElse("");
  }

  /** All that people need to see what became of it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("process %s of %s: %s"
        .formatted(processId(), detail.process().workflow().name(), status().text()));
    rows().forEach(row -> text.append("\n  ").append(row));
    if (detail.failedStackTrace() != null) {
      text.append('\n').append(detail.failedStackTrace());
    }
    return text.toString();
  }
}
