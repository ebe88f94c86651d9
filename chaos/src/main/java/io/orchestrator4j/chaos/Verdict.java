package io.orchestrator4j.chaos;

import io.orchestrator4j.chaos.check.Violation;
import java.util.List;

/**
 * What came of a run.
 *
 * @param faults how many have happened
 * @param doubledCalls how many calls of the system outside were made more than once
 * @param takenOver how many processes had more than one owner
 * @param versions how many changes the subscriptions have seen
 * @param tooLate how many steps failed because somebody else had a subscription or a place first
 */
public record Verdict(
    List<Violation> violations,
    int processes,
    int faults,
    long doubledCalls,
    long takenOver,
    int subscriptions,
    int versions,
    int tooLate) {

  public Verdict {
    violations = List.copyOf(violations);
  }

  /** Whether all promises were kept. */
  public boolean isGood() {
    return violations.isEmpty();
  }
}
