package io.orchestrator4j.process;

import io.orchestrator4j.value.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The records of one process, in their order. */
public record Journal(List<StepRecord> records) {

  public Journal {
    records = List.copyOf(records);
  }

  /** The state after the last record: the fold of the deltas since the last snapshot. */
  public ObjectNode state() {
    ObjectNode state = Json.object();
    for (int i = lastSnapshot(); i < records.size(); i++) {
      StepRecord record = records.get(i);
      if (record.snapshot() != null
          && Json.read(record.snapshot()) instanceof ObjectNode snapshot) {
        state = snapshot;
      } else {
        record.delta().applyTo(state);
      }
    }
    return state;
  }

  /** The records of steps that the process has behind it. */
  public List<StepRecord> cleared() {
    return records.stream().filter(record -> record.status().isCleared()).toList();
  }

  /** How often the step at this path has been tried and recorded as failed since it was last cleared. */
  public int failedAttempts(String path) {
    return (int) records.stream()
        .filter(
            record -> record.place().path().equals(path) && record.status() == StepStatus.FAILED)
        .count();
  }

  private int lastSnapshot() {
    for (int i = records.size() - 1; i > 0; i--) {
      if (records.get(i).snapshot() != null) {
        return i;
      }
    }
    return 0;
  }
}
