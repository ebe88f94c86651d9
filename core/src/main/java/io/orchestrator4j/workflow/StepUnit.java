package io.orchestrator4j.workflow;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The domain models of one attempt of a step, or of one showing of a form: those that were loaded for it, and those that
 * it leaves behind. One that is never ended leaves nothing behind. Confined to one thread at a time.
 *
 * <p>While the database is away, {@link #load} and {@link #perform} throw {@code DatabaseUnavailable}, and are asked once
 * more of another unit when it may be back.
 */
public interface StepUnit {

  /**
   * The value of a parameter.
   *
   * @param stored what the State has under its key; never JSON null
   * @return a domain model, or a list of them
   * @throws RuntimeException saying what is wrong with what is stored, or with the subscription
   */
  Object load(StepParameter.Model parameter, JsonNode stored);

  /** Calls the author's code, so that services which it asks for domain models find this unit. */
  <T extends @Nullable Object> T within(Callable<T> call) throws Exception;

  /**
   * Carries out a builtin step; what it changes is committed by {@link #end}.
   *
   * @param state all of the State; not to be changed
   * @return what is merged over it
   */
  State perform(LifecycleStep step, ObjectNode state);

  /**
   * The step has ended well: domain models in its result become references to what is stored of them, and what it
   * changed in them is committed with the step. Called once, and neither reads nor writes: the works do.
   *
   * @throws RuntimeException if a domain model was changed that is not in the result, or must not be as it is
   */
  StepEffects end(State result);
}
