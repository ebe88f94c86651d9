package io.orchestrator4j.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a step that found two systems to disagree. A task ends as {@code inconsistent_data},
 * which is the operations centre's affair.
 */
public class InconsistentData extends ProcessFailure {

  private static final long serialVersionUID = 1L;

  /** A disagreement that the message says in full. */
  public InconsistentData(String message) {
    super(message);
  }

  /** A disagreement with details, such as the difference. */
  public InconsistentData(String message, @Nullable Object details) {
    super(message, details);
  }
}
