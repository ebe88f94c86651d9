package io.orchestrator4j.workflow;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The domain models of one attempt of a step: those that were loaded for it, and those that it leaves behind. */
public interface StepUnit {

  /**
   * The value of a parameter.
   *
   * @param stored what the State has under its key; null where it has nothing
   * @return a domain model, a list of them, or null where the parameter may be
   */
  @Nullable
  Object load(StepParameter.Model parameter, @Nullable JsonNode stored);

  /** Calls the author's code, so that services which it asks for domain models find this unit. */
  <T extends @Nullable Object> T within(Callable<T> call) throws Exception;

  /** Carries out a builtin step. */
  State perform(LifecycleStep step, ObjectNode state);

  /**
   * The step has ended well: domain models in its result become references to what is stored of them, and what it
   * changed in them is committed with the step.
   *
   * @throws RuntimeException if a domain model was changed that is not in the result, or must not be as it is
   */
  StepEffects end(State result);
}
