package io.orchestrator4j.workflow;

import org.jspecify.annotations.Nullable;

/** Thrown by a step whose other system does not answer. A task ends as {@code api_unavailable}. */
public class ApiUnavailable extends ProcessFailure {

  private static final long serialVersionUID = 1L;

  /** A system that does not answer. */
  public ApiUnavailable(String message) {
    super(message);
  }

  /** A system that does not answer, with details such as status and body. */
  public ApiUnavailable(String message, @Nullable Object details) {
    super(message, details);
  }

  /** A system that could not be reached. */
  public ApiUnavailable(String message, Throwable cause) {
    super(message, null, cause);
  }
}
