package io.orchestrator4j.workflow;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a step leaves behind.
 *
 * @param result what is merged over the State, with references for domain models
 * @param works what is to be committed with the step; nothing where it changed no domain model
 * @param changed the subscriptions that are others after the commit
 */
public record StepEffects(State result, List<CommitWork> works, Set<UUID> changed) {

  public StepEffects {
    works = List.copyOf(works);
    changed = Set.copyOf(changed);
  }

  /** A result without domain models. */
  public static StepEffects none(State result) {
    return new StepEffects(result, List.of(), Set.of());
  }
}
