package io.orchestrator4j.process;

import java.util.List;

/** A change of one process that is committed whole, or not at all. Changes of several processes may share a commit. */
public sealed interface Change permits Birth, Checkpoint {

  /** The process that changes. */
  ProcessId processId();

  /** What it is afterwards. */
  Fence after();

  /** Whether the process stands at another status afterwards. */
  boolean changesStatus();

  /** The lines to add to its journal, in order. */
  List<StepRecord> records();
}
