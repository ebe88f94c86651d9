package io.orchestrator4j.process;

import java.util.List;

/**
 * A new process with the first lines of its journal.
 *
 * @param queued where it waits while nobody runs it
 */
public record Birth(ProcessInstance process, Queued queued, List<StepRecord> records)
    implements Change {

  public Birth {
    records = List.copyOf(records);
  }

  @Override
  public ProcessId processId() {
    return process.processId();
  }

  @Override
  public Fence after() {
    return process.fence();
  }

  @Override
  public boolean changesStatus() {
    return true;
  }
}
