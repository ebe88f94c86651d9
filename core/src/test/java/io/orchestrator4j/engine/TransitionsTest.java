package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.process.ProcessEvent;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Transitions;
import io.orchestrator4j.process.Transitions.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every declared transition is taken by a real process; a row without its way here fails. */
final class TransitionsTest {

  static List<Transition> table() {
    return Transitions.table();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isTaken(Transition transition) throws Exception {
    TestingWorkflows workflows = new TestingWorkflows();
    try (EngineFixture engine = new EngineFixture(
        workflows,
        io.orchestrator4j.TestingDatabase.freshSchema(),
        EngineOptions.defaults().withGrace(Duration.ofMillis(1)))) {
      ProcessId processId = stand(engine, transition.from());
      assertThat(engine.status(processId)).isEqualTo(transition.from());

      if (transition.event() == ProcessEvent.TAKE_OVER) {
        takeOver(engine, processId);
        return;
      }
      happen(engine, processId, transition.event());

      assertThat(engine.status(processId)).isEqualTo(goal(transition));
    }
  }

  // a process that goes on running is seen where it comes to rest
  private static ProcessStatus goal(Transition transition) {
    return switch (transition.event()) {
      case ADVANCE, RESUME, RETRY -> ProcessStatus.COMPLETED;
      case SUSPEND, FAIL, FIND_INCONSISTENT, FIND_UNAVAILABLE, COMPLETE, ABORT, TAKE_OVER ->
        transition.to();
    };
  }

  private static ProcessId stand(EngineFixture engine, ProcessStatus status) throws Exception {
    return switch (status) {
      case RUNNING -> {
        ProcessId processId = engine.start("standing");
        engine.workflows.holding.await();
        yield processId;
      }
      case SUSPENDED -> engine.run("asking");
      case FAILED -> failing(engine, TestingWorkflows.failing("kaboom"));
      case INCONSISTENT_DATA -> failing(engine, TestingWorkflows.inconsistent());
      case API_UNAVAILABLE -> failing(engine, TestingWorkflows.unavailable());
      case CREATED, WAITING, AWAITING_CALLBACK, ABORTED, COMPLETED, RESUMED ->
        throw new AssertionError("no way to " + status + " is known: add one");
    };
  }

  private static ProcessId failing(
      EngineFixture engine, TestingWorkflows.Misbehaviour misbehaviour) {
    engine.workflows.misbehaviour = misbehaviour;
    return engine.run("misbehaving");
  }

  private static void happen(EngineFixture engine, ProcessId processId, ProcessEvent event) {
    switch (event) {
      case ADVANCE, COMPLETE -> engine.workflows.after = TestingWorkflows.After.GO_ON;
      case SUSPEND -> engine.workflows.after = TestingWorkflows.After.ASK;
      case FAIL -> engine.workflows.misbehaviour = TestingWorkflows.failing("kaboom");
      case FIND_INCONSISTENT -> engine.workflows.misbehaviour = TestingWorkflows.inconsistent();
      case FIND_UNAVAILABLE -> engine.workflows.misbehaviour = TestingWorkflows.unavailable();
      case RESUME ->
        engine
            .operations()
            .resume(BOB, processId, pages("{\"answer\": \"y\"}", "{\"confirm\": true}"), null);
      case RETRY -> {
        engine.workflows.misbehaviour = () -> null;
        engine.operations().resume(BOB, processId, pages("{}"), null);
      }
      case ABORT -> engine.operations().abort(BOB, processId);
      case TAKE_OVER -> throw new AssertionError("is shown by itself");
    }
    engine.workflows.released.release();
    engine.quiet();
  }

  private static void takeOver(EngineFixture engine, ProcessId processId) {
    engine.orchestrator.close();
    engine.workflows.released.release();
    try (EngineFixture next =
        new EngineFixture(engine.workflows, engine.schema, EngineOptions.defaults())) {
      next.quiet();

      assertThat(next.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
      assertThat(next.workflows.calls("hold")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ProcessStatus.class,
      names = {"COMPLETED", "ABORTED"})
  void nothingHappensToWhatIsFinished(ProcessStatus status) {
    for (ProcessEvent event : ProcessEvent.values()) {
      assertThat(Transitions.next(status, event)).isEqualTo(Optional.empty());
    }
  }
}
