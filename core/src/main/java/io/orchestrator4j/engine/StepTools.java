package io.orchestrator4j.engine;

import io.orchestrator4j.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What stands behind the context of steps, one of each for a node. */
record StepTools(
    StepMemory memory,
    StepProgress progress,
    StepDeadlines deadlines,
    Patience patience,
    Clock clock)
    implements AutoCloseable {

  static StepTools on(Database database, Clock clock) {
    Patience patience = new Patience();
    return new StepTools(
        new StepMemory(database, clock, patience),
        new StepProgress(new ProgressTable(database)),
        new StepDeadlines(),
        patience,
        clock);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    patience.close();
    progress.close();
    deadlines.close();
  }
}
