package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that can be read of one process.
 *
 * @param failedStackTrace of the failure at which it stands; null where it does not
 * @param waiting what it waits for; null where it does not wait for a form
 */
public record ProcessDetail(
    ProcessInstance process,
    Timeline timeline,
    @Nullable String failedStackTrace,
    @Nullable Waiting waiting) {

  /**
   * A form that is to be filled in.
   *
   * @param place where the process waits, to be sent back with the answers
   * @param form the JSON schema of its first page; null where the form cannot be shown
   * @param error why it cannot be shown; null where it can
   */
  public record Waiting(
      String place, @Nullable ObjectNode form, @Nullable String error) {}
}
