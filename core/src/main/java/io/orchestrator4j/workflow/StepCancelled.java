package io.orchestrator4j.workflow;

/** Thrown by a step that ends early because it was wanted to; see {@link StepContext#throwIfCancelled}. */
public final class StepCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a step is wanted to end soon. */
  public enum Reason {
    /** Somebody asked to abort or delete the process. */
    ASKED("somebody asked for the process to end"),
    /** The step has taken longer than its timeout. */
    TIMED_OUT("it has taken longer than its timeout"),
    /** The node stops, and its grace period is over; another node runs the step again. */
    NODE_STOPS("its node stops"),
    /** The node may have been taken for dead, so that another one may run the step by now. */
    LEASE_ENDED("its node has lost touch with the database and may have been taken for dead"),
    /** The process is another node's by now, or gone. */
    LOST("the process is another node's by now, or gone");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  /** The end of a step for this reason. */
  public StepCancelled(Reason reason) {
    super("The step ends early: " + reason.text);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
