package io.orchestrator4j.workflow;

/**
 * Something without a result that a step does once, however often it is begun.
 *
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface OnceAction<E extends Exception> {

  /** Does it. */
  void run() throws E;
}
