package io.orchestrator4j.process;

import static io.orchestrator4j.process.ProcessEvent.ABORT;
import static io.orchestrator4j.process.ProcessEvent.ADVANCE;
import static io.orchestrator4j.process.ProcessEvent.CLAIM;
import static io.orchestrator4j.process.ProcessEvent.COMPLETE;
import static io.orchestrator4j.process.ProcessEvent.FAIL;
import static io.orchestrator4j.process.ProcessEvent.FIND_INCONSISTENT;
import static io.orchestrator4j.process.ProcessEvent.FIND_UNAVAILABLE;
import static io.orchestrator4j.process.ProcessEvent.RESUME;
import static io.orchestrator4j.process.ProcessEvent.RESUME_LATER;
import static io.orchestrator4j.process.ProcessEvent.RETRY;
import static io.orchestrator4j.process.ProcessEvent.RETRY_LATER;
import static io.orchestrator4j.process.ProcessEvent.SUSPEND;
import static io.orchestrator4j.process.ProcessStatus.ABORTED;
import static io.orchestrator4j.process.ProcessStatus.API_UNAVAILABLE;
import static io.orchestrator4j.process.ProcessStatus.COMPLETED;
import static io.orchestrator4j.process.ProcessStatus.CREATED;
import static io.orchestrator4j.process.ProcessStatus.FAILED;
import static io.orchestrator4j.process.ProcessStatus.INCONSISTENT_DATA;
import static io.orchestrator4j.process.ProcessStatus.RESUMED;
import static io.orchestrator4j.process.ProcessStatus.RUNNING;
import static io.orchestrator4j.process.ProcessStatus.SUSPENDED;

import java.util.List;
import java.util.Optional;

/** The table by which statuses change: status and event give the next status, or the event is refused. */
public final class Transitions {

  /** One row of the table. */
  public record Transition(ProcessStatus from, ProcessEvent event, ProcessStatus to) {}

  private static final List<Transition> TABLE = List.of(
      new Transition(RUNNING, ADVANCE, RUNNING),
      new Transition(RUNNING, SUSPEND, SUSPENDED),
      new Transition(RUNNING, FAIL, FAILED),
      new Transition(RUNNING, FIND_INCONSISTENT, INCONSISTENT_DATA),
      new Transition(RUNNING, FIND_UNAVAILABLE, API_UNAVAILABLE),
      new Transition(RUNNING, COMPLETE, COMPLETED),
      new Transition(RUNNING, ABORT, ABORTED),
      new Transition(RUNNING, CLAIM, RUNNING),
      new Transition(CREATED, CLAIM, RUNNING),
      new Transition(CREATED, ABORT, ABORTED),
      new Transition(RESUMED, CLAIM, RUNNING),
      new Transition(RESUMED, ABORT, ABORTED),
      new Transition(SUSPENDED, RESUME, RUNNING),
      new Transition(SUSPENDED, RESUME_LATER, RESUMED),
      new Transition(SUSPENDED, ABORT, ABORTED),
      new Transition(FAILED, RETRY, RUNNING),
      new Transition(FAILED, RETRY_LATER, RESUMED),
      new Transition(FAILED, ABORT, ABORTED),
      new Transition(INCONSISTENT_DATA, RETRY, RUNNING),
      new Transition(INCONSISTENT_DATA, RETRY_LATER, RESUMED),
      new Transition(INCONSISTENT_DATA, ABORT, ABORTED),
      new Transition(API_UNAVAILABLE, RETRY, RUNNING),
      new Transition(API_UNAVAILABLE, RETRY_LATER, RESUMED),
      new Transition(API_UNAVAILABLE, ABORT, ABORTED));

  private Transitions() {}

  /** The whole table. */
  public static List<Transition> table() {
    return TABLE;
  }

  /** The status after an event; empty where it cannot happen. */
  public static Optional<ProcessStatus> next(ProcessStatus from, ProcessEvent event) {
    return TABLE.stream()
        .filter(transition -> transition.from() == from && transition.event() == event)
        .map(Transition::to)
        .findFirst();
  }

  /**
   * The status after an event that the caller knows to be possible.
   *
   * @throws IllegalStateException if it is not
   */
  public static ProcessStatus require(ProcessStatus from, ProcessEvent event) {
    return next(from, event)
        .orElseThrow(() -> new IllegalStateException(
            "%s cannot happen to a process that is %s".formatted(event, from.text())));
  }
}
