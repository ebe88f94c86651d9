package io.orchestrator4j.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.chaos.check.Evidence.EffectRow;
import io.orchestrator4j.chaos.check.Evidence.ProcessRow;
import io.orchestrator4j.chaos.check.Evidence.StepRow;
import io.orchestrator4j.chaos.ledger.Call;
import io.orchestrator4j.chaos.scenario.Kind;
import io.orchestrator4j.chaos.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A checker that cannot complain proves nothing: each rule is broken once. */
final class CheckerTest {

  private static final UUID COUNTING = new UUID(0, 1);
  private static final UUID CALLING = new UUID(0, 2);
  private static final UUID ABORTED = new UUID(0, 3);
  private static final UUID NOBODY = new UUID(0, 9);

  private final List<Expectation> expectations = new ArrayList<>();
  private final List<ProcessRow> processes = new ArrayList<>();
  private final List<StepRow> steps = new ArrayList<>();
  private final List<EffectRow> effects = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Long> counted = new HashMap<>();

  CheckerTest() {
    expect(1, Kind.COUNT, COUNTING, false);
    processes.add(process(COUNTING, 1, "completed", 7));
    step(COUNTING, 1, "init", "success", null);
    for (int i = 1; i <= 5; i++) {
      step(COUNTING, 1 + i, i == 1 ? "count" : "count#" + i, "success", i);
    }
    step(COUNTING, 7, "done", "complete", null);

    expect(2, Kind.CALL, CALLING, false);
    processes.add(process(CALLING, 2, "completed", 6));
    step(CALLING, 1, "init", "success", null);
    step(CALLING, 2, "count", "success", 1);
    step(CALLING, 3, "call_once", "success", null);
    step(CALLING, 4, "count#2", "success", 2);
    step(CALLING, 5, "effect", "success", null);
    step(CALLING, 6, "count#3", "success", 3);
    calls.add(new Call(CALLING, "call_once", "key", "node-1"));
    effects.add(new EffectRow(CALLING, "effect"));

    expect(3, Kind.ABORT, ABORTED, true);
    processes.add(process(ABORTED, 3, "aborted", 1));
    step(ABORTED, 1, "init", "success", null);

    counted.put("task completed", 2L);
    counted.put("task aborted", 1L);
    counted.put("task running", 0L);
  }

  @Test
  void findsNothingWhereNothingIsWrong() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void seesAStepThatSucceededTwice() {
    replace(process(CALLING, 2, "completed", 7));
    step(CALLING, 7, "call_once", "success", null);

    assertThat(violations()).containsExactly("a step succeeds once");
  }

  @Test
  void seesALostProcess() {
    processes.removeIf(process -> process.id().equals(COUNTING));
    steps.removeIf(step -> step.process().equals(COUNTING));
    counted.put("task completed", 1L);

    assertThat(violations()).containsExactly("no start is lost");
  }

  @Test
  void seesAStartThatMadeTwoProcesses() {
    processes.add(process(NOBODY, 1, "completed", 0));
    counted.put("task completed", 3L);

    assertThat(violations()).containsExactly("one start, one process");
  }

  @Test
  void seesAProcessThatNobodyStarted() {
    processes.add(process(NOBODY, 77, "completed", 0));
    counted.put("task completed", 3L);

    assertThat(violations()).containsExactly("one start, one process");
  }

  @Test
  void seesAProcessThatDidNotEnd() {
    replace(process(COUNTING, 1, "failed", 7));
    counted.put("task completed", 1L);
    counted.put("task failed", 1L);

    assertThat(violations()).containsExactly("everything ends where it should");
  }

  @Test
  void seesAnAcknowledgedAbortThatWasLost() {
    replace(process(ABORTED, 3, "completed", 1));
    counted.put("task completed", 3L);
    counted.remove("task aborted");

    assertThat(violations()).containsExactly("everything ends where it should");
  }

  @Test
  void seesAStepWhoseResultWasLost() {
    replaceStep(COUNTING, 4, "count#3", 2);

    assertThat(violations()).contains("no step is lost or repeated");
  }

  @Test
  void seesAGapInAJournal() {
    steps.removeIf(step -> step.process().equals(CALLING) && step.sequence() == 5);
    effects.clear();

    assertThat(violations()).containsExactly("journals have no gaps");
  }

  @Test
  void seesARowThatIsBehindItsJournal() {
    replace(process(CALLING, 2, "completed", 5));

    assertThat(violations()).containsExactly("row and journal agree");
  }

  @Test
  void seesARecordOfSomebodyWhoHadLostTheProcess() {
    steps.removeIf(step -> step.process().equals(CALLING) && step.sequence() == 2);
    steps.add(new StepRow(CALLING, 2, "count", "success", 5, 1));

    assertThat(violations()).contains("nobody works on what they have lost");
  }

  @Test
  void seesEffectsThatAreMissingOrDoubled() {
    effects.clear();
    assertThat(violations()).containsExactly("effects and steps agree");

    effects.addAll(List.of(new EffectRow(CALLING, "effect"), new EffectRow(CALLING, "effect")));
    assertThat(violations()).containsExactly("effects and steps agree");
  }

  @Test
  void countsADoubledCallAsHarmlessWithTheSameKeyOnly() {
    calls.add(new Call(CALLING, "call_once", "key", "node-2"));
    assertThat(violations()).isEmpty();

    calls.add(new Call(CALLING, "call_once", "another", "node-2"));
    assertThat(violations()).containsExactly("one step, one key");
  }

  @Test
  void seesAKeyThatStandsForTwoSteps() {
    calls.add(new Call(CALLING, "call_again", "key", "node-1"));

    assertThat(violations()).containsExactly("one key, one step");
  }

  @Test
  void seesASuccessThatNeverHappened() {
    calls.clear();

    assertThat(violations()).containsExactly("what is recorded has happened");
  }

  @Test
  void seesCountersThatAreOff() {
    counted.put("task running", 1L);

    assertThat(violations()).containsExactly("counters and processes agree");
  }

  @Test
  void seesAProcessOfADeadNode() {
    replace(new ProcessRow(COUNTING, 1, true, "completed", null, NOBODY, 7));

    assertThat(violations()).containsExactly("nothing is stranded");
  }

  @Test
  void seesAFailureThatWasRecordedTwice() {
    UUID failing = new UUID(0, 4);
    expectations.add(
        new Expectation(new Scenario(4, Kind.FAIL, 0, 1, 0, false, false), failing, false));
    processes.add(process(failing, 4, "completed", 5));
    step(failing, 1, "init", "success", null);
    step(failing, 2, "count", "success", 1);
    step(failing, 3, "fail", "failed", null);
    step(failing, 4, "fail", "failed", null);
    step(failing, 5, "count#2", "success", 2);
    counted.put("task completed", 3L);

    assertThat(violations()).containsExactly("a failure is recorded once");
  }

  private List<String> violations() {
    return Checker.check(new Evidence(
            expectations, processes, steps, effects, calls, counted, Set.of(), Sold.nothing()))
        .stream()
        .map(Violation::rule)
        .toList();
  }

  private void expect(int number, Kind kind, UUID process, boolean abortAcknowledged) {
    expectations.add(new Expectation(
        new Scenario(number, kind, 0, 0, 0, false, false), process, abortAcknowledged));
  }

  private static ProcessRow process(UUID id, int number, String status, int sequence) {
    return new ProcessRow(id, number, true, status, null, null, sequence);
  }

  private void replace(ProcessRow row) {
    processes.removeIf(process -> process.id().equals(row.id()));
    processes.add(row);
  }

  private void replaceStep(UUID process, int sequence, String path, int count) {
    steps.removeIf(step -> step.process().equals(process) && step.sequence() == sequence);
    step(process, sequence, path, "success", count);
  }

  private void step(
      UUID process, int sequence, String path, String status, @Nullable Integer count) {
    steps.add(new StepRow(process, sequence, path, status, 1, count));
  }
}
