package io.orchestrator4j.engine;

import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.process.Checkpoint;

/** The two ways of committing: with others where nothing comes with the record, alone where something does. */
record Commits(Committer committer, OwnCommit own, Events events) {

  /**
   * Commits a checkpoint with what comes with it, however long the database is away, and then says what changed.
   *
   * @throws OwnCommit.WorkFailed if something that comes with it throws; nothing was changed
   * @throws io.orchestrator4j.store.StatementRefused if the database refuses what is in it; nothing was changed
   */
  Committer.Result commit(Checkpoint checkpoint, Alongside alongside) {
    Committer.Result result = alongside.works().isEmpty()
        ? committer.commit(checkpoint)
        : own.commit(checkpoint, alongside.works());
    if (result instanceof Committer.Result.Committed) {
      alongside.changed().forEach(id -> events.publish(new Event.SubscriptionChanged(id)));
    }
    return result;
  }
}
