package io.orchestrator4j.chaos.load;

import io.orchestrator4j.chaos.check.Expectation;
import io.orchestrator4j.chaos.node.ChaosWorkflows;
import io.orchestrator4j.chaos.scenario.Kind;
import io.orchestrator4j.chaos.scenario.Scenario;
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

  private final Scenario scenario;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable UUID process;
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

  void isStarted(UUID id) {
    process = id;
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
    boolean planned = reason != null && reason.startsWith(ChaosWorkflows.PLANNED);
    return status.equals("failed") && planned && scenario.kind() != Kind.BREAK
        ? Deed.RETRY
        : Deed.NOTHING;
  }

  /** Whether a process that stands so is where it should be in the end. */
  boolean isOver(String status) {
    return status.equals(scenario.kind().end().text())
        || (scenario.kind() == Kind.ABORT && status.equals(Kind.End.COMPLETED.text()));
  }
}
