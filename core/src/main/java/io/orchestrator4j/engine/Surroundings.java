package io.orchestrator4j.engine;

import io.orchestrator4j.workflow.StepModels;

/**
 * What the engine asks of others, since it knows nothing of subscriptions.
 *
 * @param models what loads and saves domain models around steps
 * @param starts what is asked before a process starts
 * @param journals what people read of journals
 */
public record Surroundings(StepModels models, StartForms starts, JournalReading journals) {

  /** Those of an application without product types. */
  public static Surroundings none() {
    return new Surroundings(StepModels.none(), StartForms.ofAuthors(), journal -> journal);
  }
}
