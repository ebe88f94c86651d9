package io.orchestrator4j.engine;

import io.orchestrator4j.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What stands behind the context of steps, one of each for a node. */
record StepTools(StepMemory memory, StepProgress progress, StepDeadlines deadlines, Clock clock)
    implements AutoCloseable {

  static StepTools on(Database database, Clock clock) {
    return new StepTools(
        new StepMemory(database, clock),
        new StepProgress(new ProgressTable(database)),
        new StepDeadlines(),
        clock);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    memory.close();
    progress.close();
    deadlines.close();
  }
}
