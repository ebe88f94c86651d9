package io.orchestrator4j.process;

import io.orchestrator4j.workflow.PlacedStep;
import java.util.List;

/** Where a process stands in the steps of its workflow. */
public sealed interface Position {

  /** Before this step; the number of all steps where it has them all behind it. */
  record Before(int index) implements Position {}

  /**
   * Nowhere: the steps were changed so that the journal no longer fits them.
   *
   * @param recorded the step that the journal has there
   * @param defined the step that the definition has there; a dash where it has none
   */
  record Lost(String recorded, String defined) implements Position {}

  /** Finds the position: what the journal has cleared must be what the steps begin with. */
  static Position of(Journal journal, List<PlacedStep> steps) {
    List<StepRecord> cleared = journal.cleared();
    for (int i = 0; i < cleared.size(); i++) {
      String recorded = cleared.get(i).place().path();
      String defined = i < steps.size() ? steps.get(i).path() : "-";
      if (!recorded.equals(defined)) {
        return new Lost(recorded, defined);
      }
    }
    return new Before(cleared.size());
  }
}
