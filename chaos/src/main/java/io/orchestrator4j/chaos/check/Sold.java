package io.orchestrator4j.chaos.check;

import io.orchestrator4j.chaos.counter.Content;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the subscriptions when a run is over.
 *
 * @param saves what steps recorded of subscriptions
 * @param failures of steps of all processes
 * @param subjects which subscription each process is about, as its State says
 * @param held the blocks that have a row among the unique values
 */
public record Sold(
    List<SubscriptionRow> subscriptions,
    List<VersionRow> versions,
    List<SaveRow> saves,
    List<FailureRow> failures,
    List<LinkRow> subjects,
    List<LinkRow> links,
    Set<UUID> held) {

  /** What a step fails with that finds a subscription locked or changed by somebody else. */
  static final Set<String> DISTURBED = Set.of("StaleSubscription", "SubscriptionLocked");

  private static final Set<String> TOO_LATE =
      Set.of("StaleSubscription", "SubscriptionLocked", "ValueTaken");

  /**
   * A subscription as it is.
   *
   * @param block the block that has its place
   * @param shown all of it as the wire shows it, or why it cannot be loaded
   */
  public record SubscriptionRow(
      UUID id,
      String status,
      int version,
      @Nullable UUID lockedBy,
      UUID block,
      Content content,
      String shown) {

    boolean isAlive() {
      return !status.equals("terminated");
    }
  }

  /**
   * A line of a history.
   *
   * @param process who made the change
   * @param lockedBy who had it locked afterwards
   * @param content what was there afterwards; null where that cannot be rebuilt
   * @param shown the same as the wire shows it
   */
  public record VersionRow(
      UUID subscription,
      int number,
      @Nullable UUID process,
      @Nullable UUID lockedBy,
      @Nullable Content content,
      @Nullable String shown) {}

  /**
   * A line of a journal of which a subscription is a part.
   *
   * @param version which one the step made, or saw where it changed nothing
   * @param content what the step says that was there afterwards; null where it does not
   * @param counts whether the step is one of those that count themselves in the subscription
   */
  public record SaveRow(
      UUID process,
      String path,
      UUID subscription,
      int version,
      @Nullable Content content,
      boolean counts) {}

  /** A step that has failed. */
  public record FailureRow(UUID process, String path, String type) {}

  /** That a process worked on a subscription. */
  public record LinkRow(UUID process, UUID subscription) {}

  /** How many steps failed because somebody else had a subscription or a place first. */
  public int tooLate() {
    return Math.toIntExact(
        failures.stream().filter(failure -> TOO_LATE.contains(failure.type())).count());
  }

  /** A run without subscriptions. */
  static Sold nothing() {
    return new Sold(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());
  }
}
