package io.orchestrator4j.chaos.node;

import org.jspecify.annotations.Nullable;

/**
 * What came of an order.
 *
 * @param number of the order; 0 when the node is ready
 * @param process what was started or changed
 * @param error why it was not
 * @param refused whether the engine said no; any other error leaves open what happened
 */
public record Report(
    long number, @Nullable String process, @Nullable String error, boolean refused) {

  /** Whether it was done. */
  public boolean isDone() {
    return error == null;
  }
}
