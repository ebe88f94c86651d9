package io.orchestrator4j.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.chaos.check.Evidence.ProcessRow;
import io.orchestrator4j.chaos.check.Evidence.StepRow;
import io.orchestrator4j.chaos.check.Sold.FailureRow;
import io.orchestrator4j.chaos.check.Sold.LinkRow;
import io.orchestrator4j.chaos.check.Sold.SaveRow;
import io.orchestrator4j.chaos.check.Sold.SubscriptionRow;
import io.orchestrator4j.chaos.check.Sold.VersionRow;
import io.orchestrator4j.chaos.counter.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule about subscriptions is broken once: by a subscription that one process made and another one is changing. */
final class SubscriptionCheckerTest {

  private static final UUID COUNTER = new UUID(1, 1);
  private static final UUID OTHER = new UUID(1, 2);
  private static final UUID BLOCK = new UUID(2, 1);
  private static final UUID CREATING = new UUID(0, 1);
  private static final UUID CHANGING = new UUID(0, 2);
  private static final UUID NOBODY = new UUID(0, 9);
  private static final Content NEW = new Content(1, null, List.of());
  private static final Content PLACED = new Content(2, 7, List.of(1));
  private static final Content CHANGED = new Content(3, 7, List.of(1, 2));

  private final List<ProcessRow> processes = new ArrayList<>();
  private final List<StepRow> steps = new ArrayList<>();
  private final List<SubscriptionRow> subscriptions = new ArrayList<>();
  private final List<VersionRow> versions = new ArrayList<>();
  private final List<SaveRow> saves = new ArrayList<>();
  private final List<FailureRow> failures = new ArrayList<>();
  private final List<LinkRow> subjects = new ArrayList<>();
  private final List<LinkRow> links = new ArrayList<>();
  private final Set<UUID> held = new HashSet<>();

  SubscriptionCheckerTest() {
    processes.add(new ProcessRow(CREATING, 1, false, "completed", null, null, 0));
    processes.add(new ProcessRow(CHANGING, 2, false, "suspended", null, null, 0));
    for (UUID process : List.of(CREATING, CHANGING)) {
      steps.add(step(process, "store_process_subscription"));
      subjects.add(new LinkRow(process, COUNTER));
      links.add(new LinkRow(process, COUNTER));
    }
    steps.add(step(CREATING, "unlock_subscription"));

    version(1, CREATING, CREATING, NEW);
    saves.add(new SaveRow(CREATING, "create", COUNTER, 1, NEW, true));
    version(2, CREATING, CREATING, PLACED);
    saves.add(new SaveRow(CREATING, "move", COUNTER, 2, PLACED, true));
    version(3, CREATING, null, PLACED);
    saves.add(new SaveRow(CREATING, "unlock_subscription", COUNTER, 3, null, false));
    version(4, CHANGING, CHANGING, PLACED);
    saves.add(new SaveRow(CHANGING, "lock_subscription", COUNTER, 4, null, false));
    version(5, CHANGING, CHANGING, CHANGED);
    saves.add(new SaveRow(CHANGING, "add_part", COUNTER, 5, CHANGED, true));

    subscriptions.add(subscription(5, CHANGING, CHANGED, "version 5"));
    held.add(BLOCK);
  }

  @Test
  void findsNothingWhereNothingIsWrong() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void seesAGapInAHistory() {
    versions.remove(1);
    saves.remove(1);

    assertThat(violations()).contains("histories have no gaps");
  }

  @Test
  void seesARowThatIsBehindItsHistory() {
    replace(subscription(4, CHANGING, CHANGED, "version 5"));

    assertThat(violations()).containsExactly("row and history agree");
  }

  @Test
  void seesASaveThatWasLost() {
    versions.removeLast();
    replace(subscription(4, CHANGING, CHANGED, "version 4"));

    assertThat(violations()).containsExactly("what a step saved is there");
  }

  @Test
  void seesASaveThatWasMadeForAnother() {
    versions.set(1, new VersionRow(COUNTER, 2, CHANGING, CREATING, PLACED, "version 2"));

    assertThat(violations()).contains("what a step saved is there");
  }

  @Test
  void seesAVersionThatNobodyRecorded() {
    version(6, CHANGING, CHANGING, CHANGED);
    replace(subscription(6, CHANGING, CHANGED, "version 6"));

    assertThat(violations()).containsExactly("a version is one change");
  }

  @Test
  void seesTwoStepsInOneVersion() {
    saves.add(new SaveRow(CHANGING, "increment", COUNTER, 5, CHANGED, true));
    Content counted = new Content(4, 7, List.of(1, 2));
    replace(subscription(5, CHANGING, counted, "version 5"));

    assertThat(violations()).containsExactly("a version is one change");
  }

  @Test
  void seesAVersionThatIsNotWhatItsStepSaved() {
    versions.set(
        1, new VersionRow(COUNTER, 2, CREATING, CREATING, new Content(2, 8, List.of(1)), ""));
    assertThat(violations()).contains("a version is what its step saved");

    versions.set(1, new VersionRow(COUNTER, 2, CREATING, CREATING, null, null));
    assertThat(violations()).contains("a version is what its step saved");
  }

  @Test
  void seesALockThatChangedMoreThanTheLock() {
    versions.set(3, new VersionRow(COUNTER, 4, CHANGING, CHANGING, CHANGED, "version 4"));

    assertThat(violations()).containsExactly("a version is what its step saved");
  }

  @Test
  void seesAReaderWhoSawWhatNeverWas() {
    saves.add(new SaveRow(CHANGING, "look", COUNTER, 5, PLACED, false));

    assertThat(violations()).containsExactly("a version is what its step saved");
  }

  @Test
  void seesAStepThatWasNotCounted() {
    replace(subscription(5, CHANGING, PLACED, "version 5"));

    assertThat(violations()).containsExactly("a counter is the number of its steps");
  }

  @Test
  void seesAHistoryThatEndsWithSomethingElse() {
    replace(subscription(5, CHANGING, CHANGED, "another tree"));

    assertThat(violations()).containsExactly("the last version is what is there");
  }

  @Test
  void seesALockOfAProcessThatIsCompleted() {
    processes.set(1, new ProcessRow(CHANGING, 2, false, "completed", null, null, 0));

    assertThat(violations()).containsExactly("who is finished has nothing locked");
  }

  @Test
  void seesALockOfAProcessThatIsNotThere() {
    processes.removeLast();

    assertThat(violations()).containsExactly("who is finished has nothing locked");
  }

  @Test
  void seesALockThatWasLost() {
    versions.set(4, new VersionRow(COUNTER, 5, CHANGING, null, CHANGED, "version 5"));
    replace(subscription(5, null, CHANGED, "version 5"));

    assertThat(violations()).containsExactly("who is not finished keeps its lock");
  }

  @Test
  void seesALockThatTheHistoryDoesNotKnow() {
    replace(subscription(5, null, CHANGED, "version 5"));

    assertThat(violations()).contains("row and history agree");
  }

  @Test
  void seesAChangeByOneWhoDoesNotHaveTheLock() {
    version(6, NOBODY, CHANGING, CHANGED);
    saves.add(new SaveRow(NOBODY, "unlock_subscription", COUNTER, 6, null, false));
    replace(subscription(6, CHANGING, CHANGED, "version 6"));

    assertThat(violations()).containsExactly("who changes a subscription has its lock");
  }

  @Test
  void seesAnOwnerWhoWasDisturbed() {
    failures.add(new FailureRow(CHANGING, "lock_subscription", "SubscriptionLocked"));
    failures.add(new FailureRow(CHANGING, "move", "ValueTaken"));
    assertThat(violations()).isEmpty();

    failures.add(new FailureRow(CHANGING, "move", "StaleSubscription"));
    assertThat(violations()).containsExactly("nobody disturbs who has the lock");
  }

  @Test
  void seesACreationThatHappenedTwice() {
    versions.add(new VersionRow(OTHER, 1, CREATING, CREATING, NEW, "version 1"));

    assertThat(violations()).containsExactly("one creation, one subscription");
  }

  @Test
  void seesAPlaceThatTwoLivingCountersHave() {
    UUID block = new UUID(2, 2);
    versions.add(new VersionRow(OTHER, 1, NOBODY, null, PLACED, "version 1"));
    versions.add(new VersionRow(OTHER, 2, NOBODY, NOBODY, PLACED, "version 1"));
    held.add(block);
    subscriptions.add(new SubscriptionRow(OTHER, "active", 2, null, block, PLACED, "version 1"));
    assertThat(violations()).contains("what is unique is there once");

    held.remove(block);
    subscriptions.set(
        1, new SubscriptionRow(OTHER, "terminated", 2, null, block, PLACED, "version 1"));
    assertThat(violations()).doesNotContain("what is unique is there once");
  }

  @Test
  void seesAPlaceThatIsNotHeld() {
    held.clear();

    assertThat(violations()).containsExactly("what is unique is there once");
  }

  @Test
  void seesALinkThatIsMissing() {
    links.removeLast();

    assertThat(violations()).containsExactly("processes are linked to their subscriptions");
  }

  @Test
  void seesALinkThatNobodyMade() {
    links.add(new LinkRow(NOBODY, COUNTER));
    subjects.add(new LinkRow(NOBODY, COUNTER));

    assertThat(violations()).containsExactly("processes are linked to their subscriptions");
  }

  private List<String> violations() {
    Sold sold = new Sold(subscriptions, versions, saves, failures, subjects, links, held);
    Evidence evidence =
        new Evidence(List.of(), processes, steps, List.of(), List.of(), Map.of(), Set.of(), sold);
    return SubscriptionChecker.check(evidence).stream().map(Violation::rule).toList();
  }

  private static StepRow step(UUID process, String path) {
    return new StepRow(process, 1, path, "success", 1, null);
  }

  private void version(
      int number, UUID process, @Nullable UUID lockedBy, @Nullable Content content) {
    versions.add(new VersionRow(COUNTER, number, process, lockedBy, content, "version " + number));
  }

  private static SubscriptionRow subscription(
      int version, @Nullable UUID lockedBy, Content content, String shown) {
    return new SubscriptionRow(COUNTER, "active", version, lockedBy, BLOCK, content, shown);
  }

  private void replace(SubscriptionRow row) {
    subscriptions.set(0, row);
  }
}
