package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that can be read of one process.
 *
 * @param failedStackTrace of the failure at which it stands; null where it does not
 * @param waiting what it waits for; null where it does not wait for a form
 * @param progress how far the step is that runs, in its author's words; null where it has not said
 */
public record ProcessDetail(
    ProcessInstance process,
    Timeline timeline,
    @Nullable String failedStackTrace,
    @Nullable Waiting waiting,
    @Nullable Progress progress) {

  /**
   * A form that is to be filled in.
   *
   * @param place where the process waits, to be sent back with the answers
   * @param form the JSON schema of its first page; null where the form cannot be shown
   * @param error why it cannot be shown; null where it can
   */
  public record Waiting(
      String place, @Nullable ObjectNode form, @Nullable String error) {}

  /**
   * How far a step is.
   *
   * @param step the name that people read
   * @param percent from 0 to 100; null where that is not known
   * @param message in its author's words; null where there are none
   * @param at when it was so
   */
  public record Progress(
      String step, @Nullable Integer percent, @Nullable String message, Instant at) {}
}
