package io.orchestrator4j.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a step that cannot do its work, with details that an operator reads in the process. Any
 * other exception fails a step as well; this one and its subclasses carry more.
 */
public class ProcessFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object details;

  /** A failure that its message says in full. */
  public ProcessFailure(String message) {
    this(message, null);
  }

  /**
   * A failure with details.
   *
   * @param details anything that has a JSON form
   */
  public ProcessFailure(String message, @Nullable Object details) {
    super(message);
    this.details = details;
  }

  /** A failure with details that another exception caused. */
  public ProcessFailure(String message, @Nullable Object details, Throwable cause) {
    super(message, cause);
    this.details = details;
  }

  /** What was given at construction; null where nothing was. */
  public final @Nullable Object details() {
    return details;
  }
}
