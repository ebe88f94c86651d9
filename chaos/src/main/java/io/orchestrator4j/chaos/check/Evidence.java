package io.orchestrator4j.chaos.check;

import io.orchestrator4j.chaos.ledger.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when a run is over.
 *
 * @param counted the sums of the appended counters, by status
 * @param live the ids of the nodes that live
 * @param sold what is known of the subscriptions
 */
public record Evidence(
    List<Expectation> expectations,
    List<ProcessRow> processes,
    List<StepRow> steps,
    List<EffectRow> effects,
    List<Call> calls,
    Map<String, Long> counted,
    Set<UUID> live,
    Sold sold) {

  /**
   * A row of a process.
   *
   * @param number which scenario, as its first step says; null where it has none
   */
  public record ProcessRow(
      UUID id,
      @Nullable Integer number,
      boolean task,
      String status,
      @Nullable String reason,
      @Nullable UUID owner,
      int sequence) {

    /** The key under which it is counted. */
    String countedAs() {
      return (task ? "task " : "workflow ") + status;
    }
  }

  /**
   * A line of a journal.
   *
   * @param count what the step counted; null where it does not count
   */
  public record StepRow(
      UUID process,
      int sequence,
      String path,
      String status,
      long epoch,
      @Nullable Integer count) {

    boolean succeeded() {
      return status.equals("success") || status.equals("complete");
    }
  }

  /** What a step left behind in a table of the author's own. */
  public record EffectRow(UUID process, String path) {}
}
