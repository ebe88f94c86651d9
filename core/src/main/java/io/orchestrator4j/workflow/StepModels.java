package io.orchestrator4j.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of domain models around the steps of processes: they are loaded for parameters and saved with results.
 * Whoever runs steps knows no more of them than this. Thread-safe.
 */
public interface StepModels {

  /**
   * Opens the unit of one attempt of a step, or of one showing of a form. Costs nothing while nobody asks it for
   * anything.
   *
   * @param processId the process; null for a form that is asked before there is one
   * @param actor in whose name it happens
   */
  StepUnit open(@Nullable UUID processId, String actor);

  /** What an application without product types has. */
  static StepModels none() {
    return (_, _) -> NoModels.UNIT;
  }
}
