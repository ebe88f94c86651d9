package io.orchestrator4j.engine;

import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.StepEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What comes with a step's record.
 *
 * @param works what is committed with it, in this order
 * @param changed the subscriptions that are others after the commit
 */
record Alongside(List<CommitWork> works, Set<UUID> changed) {

  static final Alongside NOTHING = new Alongside(List.of(), Set.of());

  /** What a step did to domain models, and then what its author wants besides. */
  static Alongside of(StepEffects effects, List<CommitWork> author) {
    if (effects.works().isEmpty() || author.isEmpty()) {
      return new Alongside(effects.works().isEmpty() ? author : effects.works(), effects.changed());
    }
    List<CommitWork> works = new ArrayList<>(effects.works());
    works.addAll(author);
    return new Alongside(List.copyOf(works), effects.changed());
  }
}
