package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.PlacedStep;
import org.jspecify.annotations.Nullable;

/**
 * Where a suspended process waits, as those see it who fill in its form: the step's path and the
 * number of the record, as in {@code ask_the_user@3}. Another visit to the same step is another place.
 */
record Place(String path, int sequence) {

  /** The place of a process before this step; null where it does not wait for a form. */
  static @Nullable Place of(ProcessInstance process, PlacedStep next) {
    return process.status() == ProcessStatus.SUSPENDED
        ? new Place(next.path(), process.fence().sequence())
        : null;
  }

  @Override
  public String toString() {
    return path + "@" + sequence;
  }
}
