package io.orchestrator4j.chaos.load;

import io.orchestrator4j.chaos.check.Expectation;
import io.orchestrator4j.chaos.node.ChaosWorkflows;
import io.orchestrator4j.chaos.scenario.Kind;
import io.orchestrator4j.chaos.scenario.Scenario;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What people have to do with one process, and what they know of it. Thread-safe. */
final class Work {

  /** What is to be done with a process at a moment. */
  enum Deed {
    NOTHING,
    ANSWER,
    RETRY
  }

  // what those are told who were not the first at a subscription, or at a place
  private static final List<String> TOO_LATE =
      List.of("is already out of sync", "load it again and repeat", "must be unique");

  private final Scenario scenario;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable UUID process;
  private volatile @Nullable UUID subscription;
  private volatile boolean over;
  private volatile boolean abortAcknowledged;

  Work(Scenario scenario) {
    this.scenario = scenario;
  }

  Scenario scenario() {
    return scenario;
  }

  @Nullable
  UUID process() {
    return process;
  }

  /** The subscription that the process is linked to, once that was seen. */
  @Nullable
  UUID subscription() {
    return subscription;
  }

  /** Whether the process was seen where it should be in the end. */
  boolean isOver() {
    return over;
  }

  void isStarted(UUID id) {
    process = id;
  }

  void isSeen(Standing standing) {
    subscription = standing.subscription();
    over = isEnd(standing.status());
  }

  void abortIsAcknowledged() {
    abortAcknowledged = true;
  }

  /** Takes the work up, unless somebody is at it. */
  boolean takeUp() {
    return busy.compareAndSet(false, true);
  }

  void putDown() {
    busy.set(false);
  }

  Expectation expectation() {
    return new Expectation(scenario, process, abortAcknowledged);
  }

  /** What is to be done where a process stands so. */
  Deed deed(String status, @Nullable String reason) {
    if (status.equals("suspended") && scenario.kind() == Kind.ASK) {
      return Deed.ANSWER;
    }
    return status.equals("failed") && reason != null && isToBeRetried(reason)
        ? Deed.RETRY
        : Deed.NOTHING;
  }

  private boolean isToBeRetried(String reason) {
    if (scenario.kind().isOnSubscription() && TOO_LATE.stream().anyMatch(reason::contains)) {
      return true;
    }
    return reason.startsWith(ChaosWorkflows.PLANNED) && scenario.kind().end() != Kind.End.FAILED;
  }

  private boolean isEnd(String status) {
    Kind.End end = scenario.kind().end();
    return status.equals(end.text())
        || (end == Kind.End.ABORTED && status.equals(Kind.End.COMPLETED.text()));
  }
}
