package io.orchestrator4j.process;

import io.orchestrator4j.workflow.StepFailure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal: what became of a step, and what it changed. Never altered once written.
 *
 * @param stepId its id on the wire, and what tells a record of ours from another's
 * @param place where it stands
 * @param status what became of the step
 * @param attempt whose try it was, and when
 * @param delta what it changed
 * @param snapshot the whole state after it, as JSON text, where one was due; else null
 * @param failure why it failed; null where it did not
 */
public record StepRecord(
    UUID stepId,
    Place place,
    StepStatus status,
    Attempt attempt,
    Delta delta,
    @Nullable String snapshot,
    @Nullable StepFailure failure) {

  /**
   * Where a record stands.
   *
   * @param sequence its number in the journal, from 1
   * @param path the step's place in the workflow
   * @param name the name that people read
   */
  public record Place(int sequence, String path, String name) {}

  /**
   * One try of a step.
   *
   * @param number which one, from 1
   * @param by in whose name
   */
  public record Attempt(int number, String by, Instant startedAt, Instant completedAt) {}

  /** The path of the row that an abort leaves, which is no step of the workflow. */
  public static final String ABORT_PATH = "(abort)";

  /** A record of a step that went as it should. */
  public static StepRecord of(Place place, StepStatus status, Attempt attempt, Delta delta) {
    return new StepRecord(ProcessId.freshUuid(), place, status, attempt, delta, null, null);
  }

  /** A record of a step that failed. */
  public static StepRecord failed(Place place, Attempt attempt, StepFailure failure) {
    return new StepRecord(
        ProcessId.freshUuid(), place, StepStatus.FAILED, attempt, Delta.none(), null, failure);
  }

  /** The row that an abort leaves. */
  public static StepRecord aborted(int sequence, Instant at) {
    return of(
        new Place(sequence, ABORT_PATH, "User Aborted"),
        StepStatus.ABORT,
        new Attempt(1, "SYSTEM", at, at),
        Delta.none());
  }

  /** This record with a snapshot of the whole state. */
  public StepRecord withSnapshot(String state) {
    return new StepRecord(stepId, place, status, attempt, delta, state, failure);
  }
}
