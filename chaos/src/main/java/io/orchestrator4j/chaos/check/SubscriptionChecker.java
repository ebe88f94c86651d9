package io.orchestrator4j.chaos.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.orchestrator4j.chaos.check.Evidence.ProcessRow;
import io.orchestrator4j.chaos.check.Evidence.StepRow;
import io.orchestrator4j.chaos.check.Sold.LinkRow;
import io.orchestrator4j.chaos.check.Sold.SaveRow;
import io.orchestrator4j.chaos.check.Sold.SubscriptionRow;
import io.orchestrator4j.chaos.check.Sold.VersionRow;
import io.orchestrator4j.chaos.counter.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds what is known of subscriptions against what is promised of them. */
final class SubscriptionChecker {

  private static final String COMPLETED = "completed";
  private static final String LINKING = "store_process_subscription";
  private static final String LOCKING = "lock_subscription";
  private static final String UNLOCKING = "unlock_subscription";
  private static final Set<String> TAKING = Set.of("create", LOCKING);

  private final Sold sold;
  private final Map<UUID, ProcessRow> processes;
  private final Set<UUID> linking;
  private final Set<UUID> unlocked;
  private final Map<UUID, List<VersionRow>> histories;
  private final Map<UUID, List<SaveRow>> saves;
  private final List<Violation> violations = new ArrayList<>();

  private SubscriptionChecker(Evidence evidence) {
    this.sold = evidence.sold();
    this.processes =
        evidence.processes().stream().collect(toMap(ProcessRow::id, Function.identity()));
    this.linking = succeededAt(evidence, LINKING);
    this.unlocked = succeededAt(evidence, UNLOCKING);
    this.histories = sold.versions().stream()
        .sorted(Comparator.comparingInt(VersionRow::number))
        .collect(groupingBy(VersionRow::subscription));
    this.saves = sold.saves().stream().collect(groupingBy(SaveRow::subscription));
  }

  private static Set<UUID> succeededAt(Evidence evidence, String path) {
    return evidence.steps().stream()
        .filter(step -> step.succeeded() && step.path().equals(path))
        .map(StepRow::process)
        .collect(Collectors.toSet());
  }

  static List<Violation> check(Evidence evidence) {
    SubscriptionChecker checker = new SubscriptionChecker(evidence);
    checker.checkAll();
    return checker.violations;
  }

  private void checkAll() {
    for (SubscriptionRow subscription : sold.subscriptions()) {
      List<VersionRow> history = histories.getOrDefault(subscription.id(), List.of());
      checkNumbers(subscription, history);
      checkChanges(subscription.id(), history);
      checkContents(subscription.id(), history);
      checkCounter(subscription);
      checkLast(subscription, history);
      checkLocks(subscription, history);
    }
    checkCreations();
    checkDisturbances();
    checkPlaces();
    checkLinks();
  }

  private void found(String rule, String what) {
    violations.add(new Violation(rule, what));
  }

  private void checkNumbers(SubscriptionRow subscription, List<VersionRow> history) {
    int next = 1;
    for (VersionRow version : history) {
      if (version.number() != next) {
        found(
            "histories have no gaps",
            "%s has %d after %d".formatted(subscription.id(), version.number(), next - 1));
      }
      next = version.number() + 1;
    }
    if (subscription.version() != next - 1) {
      found(
          "row and history agree",
          "the row of %s says version %d, its history ends at %d"
              .formatted(subscription.id(), subscription.version(), next - 1));
    }
  }

  private record Change(@Nullable UUID process, int version) {}

  /** One version, one successful step, and the other way round. */
  private void checkChanges(UUID subscription, List<VersionRow> history) {
    Map<Integer, VersionRow> known =
        history.stream().collect(toMap(VersionRow::number, Function.identity(), (one, _) -> one));
    Set<Change> recorded = new HashSet<>();
    Set<Integer> counted = new HashSet<>();
    for (SaveRow save : saves.getOrDefault(subscription, List.of())) {
      recorded.add(new Change(save.process(), save.version()));
      VersionRow version = known.get(save.version());
      if (version == null || (save.counts() && !save.process().equals(version.process()))) {
        found(
            "what a step saved is there",
            "%s of %s says that it made version %d of %s"
                .formatted(save.path(), save.process(), save.version(), subscription));
      }
      if (save.counts() && !counted.add(save.version())) {
        found(
            "a version is one change",
            "several steps say that they made version %d of %s, one of them is %s of %s"
                .formatted(save.version(), subscription, save.path(), save.process()));
      }
    }
    for (VersionRow version : history) {
      if (!recorded.contains(new Change(version.process(), version.number()))) {
        found(
            "a version is one change",
            "no step of %s says that it made version %d of %s"
                .formatted(version.process(), version.number(), subscription));
      }
    }
  }

  private void checkContents(UUID subscription, List<VersionRow> history) {
    Map<Integer, List<SaveRow>> byVersion = saves.getOrDefault(subscription, List.of()).stream()
        .filter(save -> save.content() != null)
        .collect(groupingBy(SaveRow::version));
    Content before = null;
    for (VersionRow version : history) {
      List<SaveRow> known = byVersion.getOrDefault(version.number(), List.of());
      for (SaveRow save : known) {
        if (!Objects.equals(save.content(), version.content())) {
          found(
              "a version is what its step saved",
              "version %d of %s has %s; %s of %s recorded %s"
                  .formatted(
                      version.number(),
                      subscription,
                      version.content(),
                      save.path(),
                      save.process(),
                      save.content()));
        }
      }
      if (known.stream().noneMatch(SaveRow::counts)
          && before != null
          && !before.equals(version.content())) {
        found(
            "a version is what its step saved",
            "version %d of %s has %s; before it was %s, and no step says that it changed that"
                .formatted(version.number(), subscription, version.content(), before));
      }
      before = version.content();
    }
  }

  private void checkCounter(SubscriptionRow subscription) {
    long counting = saves.getOrDefault(subscription.id(), List.of()).stream()
        .filter(SaveRow::counts)
        .count();
    if (subscription.content().count() != counting) {
      found(
          "a counter is the number of its steps",
          "%s has counted to %d; %d steps have succeeded that count"
              .formatted(subscription.id(), subscription.content().count(), counting));
    }
  }

  private void checkLast(SubscriptionRow subscription, List<VersionRow> history) {
    String last = history.isEmpty() ? null : history.getLast().shown();
    if (!subscription.shown().equals(last)) {
      found(
          "the last version is what is there",
          "%s is %s; its history ends with %s"
              .formatted(subscription.id(), subscription.shown(), last));
    }
  }

  private void checkLocks(SubscriptionRow subscription, List<VersionRow> history) {
    UUID lockedBy = subscription.lockedBy();
    ProcessRow owner = lockedBy == null ? null : processes.get(lockedBy);
    if (lockedBy != null && (owner == null || owner.status().equals(COMPLETED))) {
      found(
          "who is finished has nothing locked",
          "%s is locked by %s, which is %s"
              .formatted(
                  subscription.id(), lockedBy, owner == null ? "not there" : owner.status()));
    }
    UUID last = history.isEmpty() ? null : history.getLast().lockedBy();
    if (!Objects.equals(last, lockedBy)) {
      found(
          "row and history agree",
          "%s is locked by %s; its history ends with a lock of %s"
              .formatted(subscription.id(), lockedBy, last));
    }
    for (UUID process : owners(subscription.id(), history)) {
      if (!process.equals(lockedBy)) {
        found(
            "who is not finished keeps its lock",
            "%s is locked by %s; %s had locked it, has not unlocked it, and is not completed"
                .formatted(subscription.id(), lockedBy, process));
      }
    }
    UUID before = null;
    for (VersionRow version : history) {
      UUID allowed = before == null ? version.lockedBy() : before;
      if (!Objects.equals(allowed, version.process())) {
        found(
            "who changes a subscription has its lock",
            "%s made version %d of %s, which %s had locked"
                .formatted(version.process(), version.number(), subscription.id(), allowed));
      }
      before = version.lockedBy();
    }
  }

  /** Those who have taken the lock, and have not come to giving it back. */
  private Set<UUID> owners(UUID subscription, List<VersionRow> history) {
    Set<Change> changes = history.stream()
        .map(version -> new Change(version.process(), version.number()))
        .collect(Collectors.toSet());
    return saves.getOrDefault(subscription, List.of()).stream()
        .filter(save -> TAKING.contains(save.path())
            && changes.contains(new Change(save.process(), save.version())))
        .map(SaveRow::process)
        .filter(process -> !unlocked.contains(process) && !isCompleted(process))
        .collect(Collectors.toSet());
  }

  private boolean isCompleted(UUID process) {
    ProcessRow found = processes.get(process);
    return found != null && found.status().equals(COMPLETED);
  }

  private void checkCreations() {
    Set<UUID> creators = new HashSet<>();
    for (VersionRow version : sold.versions()) {
      if (version.number() == 1 && version.process() != null && !creators.add(version.process())) {
        found(
            "one creation, one subscription",
            "%s made %s, and another one".formatted(version.process(), version.subscription()));
      }
    }
  }

  private void checkDisturbances() {
    sold.failures().stream()
        .filter(failure ->
            Sold.DISTURBED.contains(failure.type()) && !failure.path().equals(LOCKING))
        .forEach(failure -> found(
            "nobody disturbs who has the lock",
            "%s of %s failed with %s"
                .formatted(failure.path(), failure.process(), failure.type())));
  }

  private void checkPlaces() {
    Map<Integer, List<SubscriptionRow>> byPlace = sold.subscriptions().stream()
        .filter(each -> each.isAlive() && each.content().place() != null)
        .collect(groupingBy(each -> Objects.requireNonNull(each.content().place())));
    byPlace.forEach((place, each) -> {
      if (each.size() > 1) {
        found(
            "what is unique is there once",
            "the place %d is that of %s"
                .formatted(place, each.stream().map(SubscriptionRow::id).toList()));
      }
    });
    Set<UUID> holding = byPlace.values().stream()
        .flatMap(List::stream)
        .map(SubscriptionRow::block)
        .collect(Collectors.toSet());
    if (!holding.equals(sold.held())) {
      found(
          "what is unique is there once",
          "the blocks %s have a place; the table of unique values has %s"
              .formatted(holding, sold.held()));
    }
  }

  private void checkLinks() {
    Set<LinkRow> expected = sold.subjects().stream()
        .filter(subject -> linking.contains(subject.process()))
        .collect(Collectors.toSet());
    Set<LinkRow> found = new HashSet<>(sold.links());
    for (LinkRow link : union(expected, found)) {
      boolean isThere = found.contains(link);
      if (isThere != expected.contains(link)) {
        found(
            "processes are linked to their subscriptions",
            (isThere ? "%s is linked to %s, which it is not about" : "%s is not linked to %s")
                .formatted(link.process(), link.subscription()));
      }
    }
  }

  private static Set<LinkRow> union(Set<LinkRow> one, Set<LinkRow> other) {
    Set<LinkRow> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
