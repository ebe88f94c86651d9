package io.orchestrator4j.engine;

/**
 * Whether the engine runs, on all nodes.
 *
 * @param paused whether an operator has paused it
 * @param runningProcesses how many processes nodes run at this moment
 */
public record EngineStatus(boolean paused, long runningProcesses) {

  /** How operators see it. */
  public enum State {
    RUNNING,
    /** It was paused, and steps that were under way then have not ended yet. */
    PAUSING,
    PAUSED
  }

  /** Where it stands. */
  public State state() {
    if (!paused) {
      return State.RUNNING;
    }
    return runningProcesses > 0 ? State.PAUSING : State.PAUSED;
  }
}
