package io.orchestrator4j.engine;

import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.SharedWork;
import io.orchestrator4j.workflow.StepEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a step's record.
 *
 * @param models what the step did to domain models; null where it changed none
 * @param author what its author wants to be committed besides, in this order
 * @param changed the subscriptions that are others after the commit
 */
record Alongside(@Nullable SharedWork models, List<CommitWork> author, Set<UUID> changed) {

  static final Alongside NOTHING = new Alongside(null, List.of(), Set.of());

  /** What a step did to domain models, and then what its author wants besides. */
  static Alongside of(StepEffects effects, List<CommitWork> author) {
    return new Alongside(effects.work(), author, effects.changed());
  }

  boolean isNothing() {
    return models == null && author.isEmpty();
  }

  /** All that is to be committed, in order. */
  List<CommitWork> works() {
    if (models == null) {
      return author;
    }
    List<CommitWork> works = new ArrayList<>();
    works.add(models);
    works.addAll(author);
    return works;
  }
}
