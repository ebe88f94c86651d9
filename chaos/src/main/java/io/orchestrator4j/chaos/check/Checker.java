package io.orchestrator4j.chaos.check;

import io.orchestrator4j.chaos.check.Evidence.ProcessRow;
import io.orchestrator4j.chaos.check.Evidence.StepRow;
import io.orchestrator4j.chaos.ledger.Call;
import io.orchestrator4j.chaos.scenario.Kind;
import io.orchestrator4j.chaos.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds evidence against what the engine promises. */
public final class Checker {

  private static final String QUARANTINED = "has lost its node";
  private static final String EFFECT_PATH = "effect";

  private final Evidence evidence;
  private final Map<UUID, ProcessRow> processes;
  private final Map<Integer, List<ProcessRow>> byNumber;
  private final Map<UUID, List<StepRow>> journals;
  private final List<Violation> violations = new ArrayList<>();

  private Checker(Evidence evidence) {
    this.evidence = evidence;
    this.processes = evidence.processes().stream()
        .collect(Collectors.toMap(ProcessRow::id, Function.identity()));
    this.byNumber = evidence.processes().stream()
        .filter(process -> process.number() != null)
        .collect(Collectors.groupingBy(process -> Objects.requireNonNull(process.number())));
    this.journals = evidence.steps().stream()
        .sorted(Comparator.comparingInt(StepRow::sequence))
        .collect(Collectors.groupingBy(StepRow::process));
  }

  /** What is wrong; empty if nothing is. */
  public static List<Violation> check(Evidence evidence) {
    Checker checker = new Checker(evidence);
    checker.checkAll();
    checker.violations.addAll(SubscriptionChecker.check(evidence));
    return checker.violations;
  }

  private void checkAll() {
    evidence.expectations().forEach(this::checkEnd);
    checkStrangers();
    processes.values().forEach(process -> {
      List<StepRow> journal = journals.getOrDefault(process.id(), List.of());
      checkJournal(process, journal);
      checkSuccesses(process, journal);
      checkOwner(process);
    });
    checkEffects();
    checkCalls();
    checkCounters();
  }

  private void found(String rule, String what) {
    violations.add(new Violation(rule, what));
  }

  private void checkEnd(Expectation expected) {
    Scenario scenario = expected.scenario();
    List<ProcessRow> found = byNumber.getOrDefault(scenario.number(), List.of());
    if (found.size() > 1) {
      found(
          "one start, one process",
          "the start of number %d made the processes %s"
              .formatted(scenario.number(), found.stream().map(ProcessRow::id).toList()));
    }
    ProcessRow process = expected.process() == null
        ? (found.isEmpty() ? null : found.getFirst())
        : processes.get(expected.process());
    if (process == null) {
      if (expected.process() != null) {
        found(
            "no start is lost",
            "the process %s of number %d was acknowledged and is not there"
                .formatted(expected.process(), scenario.number()));
      }
      return;
    }
    if (!Objects.equals(process.number(), scenario.number())) {
      found(
          "one start, one process",
          "the process %s is number %s; expected %d"
              .formatted(process.id(), process.number(), scenario.number()));
    }
    if (!checkStatus(expected, process)) {
      return;
    }
    checkCounts(scenario.kind(), process);
    if (scenario.failures() > 0) {
      checkFailures(scenario, process);
    }
  }

  /** Whether the process is where it should be, so that more can be said of it. */
  private boolean checkStatus(Expectation expected, ProcessRow process) {
    Kind kind = expected.scenario().kind();
    boolean finishedFirst = kind.end() == Kind.End.ABORTED
        && !expected.abortAcknowledged()
        && process.status().equals(Kind.End.COMPLETED.text());
    if (process.status().equals(kind.end().text()) || finishedFirst) {
      return true;
    }
    String reason = String.valueOf(process.reason());
    // no step of the harness harms its node, so that each of these is a bystander
    String rule = reason.contains(QUARANTINED)
        ? "nobody has to intervene for a bystander"
        : "everything ends where it should";
    found(
        rule,
        "the process %s (%s) is %s; expected %s. Reason: %s"
            .formatted(process.id(), kind, process.status(), kind.end().text(), reason));
    return false;
  }

  private void checkCounts(Kind kind, ProcessRow process) {
    int counts = highestCount(process.id());
    if (kind.end() != Kind.End.ABORTED && counts != kind.counts()) {
      found(
          "no step is lost or repeated",
          "the process %s (%s) has counted to %d; expected %d"
              .formatted(process.id(), kind, counts, kind.counts()));
    }
  }

  private void checkFailures(Scenario scenario, ProcessRow process) {
    long failed = journals.getOrDefault(process.id(), List.of()).stream()
        .filter(step -> step.path().equals("fail") && step.status().equals("failed"))
        .count();
    int expected = scenario.kind().end() == Kind.End.FAILED ? 1 : scenario.failures();
    if (failed != expected) {
      found(
          "a failure is recorded once",
          "the process %s has %d failed attempts; expected %d"
              .formatted(process.id(), failed, expected));
    }
  }

  private int highestCount(UUID process) {
    return journals.getOrDefault(process, List.of()).stream()
        .map(StepRow::count)
        .filter(Objects::nonNull)
        .mapToInt(count -> count)
        .max()
        .orElse(0);
  }

  private void checkStrangers() {
    Set<Integer> known = evidence.expectations().stream()
        .map(expected -> expected.scenario().number())
        .collect(Collectors.toSet());
    for (ProcessRow process : evidence.processes()) {
      if (process.number() == null || !known.contains(process.number())) {
        found("one start, one process", "nobody started the process %s".formatted(process.id()));
      }
    }
  }

  private void checkJournal(ProcessRow process, List<StepRow> journal) {
    int next = 1;
    long epoch = 0;
    int count = 0;
    for (StepRow step : journal) {
      if (step.sequence() != next) {
        found(
            "journals have no gaps",
            "%s has %d after %d".formatted(process.id(), step.sequence(), next - 1));
      }
      if (step.epoch() < epoch) {
        found(
            "nobody works on what they have lost",
            "in %s the record %d is of epoch %d, after one of epoch %d"
                .formatted(process.id(), step.sequence(), step.epoch(), epoch));
      }
      if (step.count() != null && step.count() != ++count) {
        found(
            "no step is lost or repeated",
            "in %s the record %d counts %d; expected %d"
                .formatted(process.id(), step.sequence(), step.count(), count));
      }
      next = step.sequence() + 1;
      epoch = Math.max(epoch, step.epoch());
    }
    if (process.sequence() != next - 1) {
      found(
          "row and journal agree",
          "the row of %s says %d, its journal ends at %d"
              .formatted(process.id(), process.sequence(), next - 1));
    }
  }

  private void checkSuccesses(ProcessRow process, List<StepRow> journal) {
    Set<String> seen = new HashSet<>();
    for (StepRow step : journal) {
      if (step.succeeded() && !seen.add(step.path())) {
        found(
            "a step succeeds once",
            "%s of %s has succeeded twice".formatted(step.path(), process.id()));
      }
    }
  }

  private void checkOwner(ProcessRow process) {
    UUID owner = process.owner();
    if (owner != null && !evidence.live().contains(owner)) {
      found("nothing is stranded", "%s belongs to the dead node %s".formatted(process.id(), owner));
    }
  }

  private void checkEffects() {
    Map<String, Long> effects = evidence.effects().stream()
        .collect(Collectors.groupingBy(
            effect -> effect.process() + " " + effect.path(), Collectors.counting()));
    Map<String, Long> steps = evidence.steps().stream()
        .filter(step -> step.succeeded() && step.path().startsWith(EFFECT_PATH))
        .collect(Collectors.groupingBy(
            step -> step.process() + " " + step.path(), Collectors.counting()));
    difference("effects and steps agree", "step", steps, "effect", effects);
  }

  private void checkCalls() {
    Map<String, Set<String>> keys = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (Call call : evidence.calls()) {
      String place = call.process() + " " + call.step();
      keys.computeIfAbsent(place, _ -> new HashSet<>()).add(call.key());
      String other = owners.putIfAbsent(call.key(), place);
      if (other != null && !other.equals(place)) {
        found("one key, one step", "%s and %s have the key %s".formatted(place, other, call.key()));
      }
    }
    keys.forEach((place, used) -> {
      if (used.size() > 1) {
        found("one step, one key", "the calls of %s carried the keys %s".formatted(place, used));
      }
    });
    for (StepRow step : evidence.steps()) {
      if (step.succeeded()
          && step.path().startsWith("call")
          && !keys.containsKey(step.process() + " " + step.path())) {
        found(
            "what is recorded has happened",
            "%s of %s has succeeded, but nobody called".formatted(step.path(), step.process()));
      }
    }
  }

  private void checkCounters() {
    Map<String, Long> actual = evidence.processes().stream()
        .collect(Collectors.groupingBy(ProcessRow::countedAs, TreeMap::new, Collectors.counting()));
    Map<String, Long> counted = new TreeMap<>(evidence.counted());
    counted.values().removeIf(sum -> sum == 0);
    difference("counters and processes agree", "processes", actual, "counters", counted);
  }

  private void difference(
      String rule,
      String leftName,
      Map<String, Long> left,
      String rightName,
      Map<String, Long> right) {
    Set<String> all = new TreeSet<>(left.keySet());
    all.addAll(right.keySet());
    for (String key : all) {
      @Nullable Long one = left.get(key);
      @Nullable Long other = right.get(key);
      if (!Objects.equals(one, other)) {
        found(rule, "%s: %s %s, %s %s".formatted(key, leftName, one, rightName, other));
      }
    }
  }
}
