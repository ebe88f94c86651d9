package io.orchestrator4j.workflow;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a step leaves behind.
 *
 * @param result what is merged over the State, with references for domain models
 * @param work what is to be committed with the step; null where it changed no domain model
 * @param changed the subscriptions that are others after the commit
 */
public record StepEffects(State result, @Nullable SharedWork work, Set<UUID> changed) {

  public StepEffects {
    changed = Set.copyOf(changed);
  }

  /** A result without domain models. */
  public static StepEffects none(State result) {
    return new StepEffects(result, null, Set.of());
  }
}
