package io.orchestrator4j.engine;

import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.workflow.SharedWork;

/**
 * The ways of committing: with others where nothing comes with the record, or nothing but what was done to domain
 * models; alone where an author's own statements do.
 */
record Commits(Committer committer, ModelCommitter models, OwnCommit own, Events events) {

  /**
   * Commits a checkpoint with what comes with it, however long the database is away, and then says what changed.
   *
   * @throws OwnCommit.WorkFailed if something that comes with it throws; nothing was changed
   * @throws io.orchestrator4j.store.StatementRefused if the database refuses what is in it; nothing was changed
   */
  Committer.Result commit(Checkpoint checkpoint, Alongside alongside) {
    Committer.Result result = committed(checkpoint, alongside);
    if (result instanceof Committer.Result.Committed) {
      alongside.changed().forEach(id -> events.publish(new Event.SubscriptionChanged(id)));
    }
    return result;
  }

  private Committer.Result committed(Checkpoint checkpoint, Alongside alongside) {
    if (alongside.isNothing()) {
      return committer.commit(checkpoint);
    }
    SharedWork work = alongside.models();
    if (work == null || !work.isShareable() || !alongside.author().isEmpty()) {
      return own.commit(checkpoint, alongside.works());
    }
    return models.commit(checkpoint, work, () -> own.commit(checkpoint, alongside.works()));
  }
}
