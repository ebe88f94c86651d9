package io.orchestrator4j.workflow;

import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link StepContext} asks whoever runs the step. Authors meet it only where a test makes a
 * context of its own. Implementations are thread-safe, since a step may have threads of its own.
 */
public interface StepServices {

  /** The process. */
  UUID processId();

  /** The step's place in the workflow. */
  String path();

  /** How often the step was begun in this process, from 1. */
  int attempt();

  /**
   * Gives what an earlier attempt has kept under the key, or does the call and keeps its result.
   *
   * @param type the result's type
   * @throws E what the call throws; then nothing is kept
   */
  <T extends @Nullable Object, E extends Exception> T once(
      String key, Type type, OnceCall<T, E> call) throws E;

  /** Why the step is wanted to end soon; null where it is not. */
  StepCancelled.@Nullable Reason cancellation();

  /**
   * Shows how far the step is.
   *
   * @param percent null where that is not known
   * @param message null where there is nothing to say
   */
  void progress(@Nullable Integer percent, @Nullable String message);

  /** Adds to what is committed with the step. */
  void inCommit(CommitWork work);
}
