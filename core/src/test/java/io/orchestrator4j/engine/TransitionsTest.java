package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.node.NodeRole;
import io.orchestrator4j.process.ProcessEvent;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Transitions;
import io.orchestrator4j.process.Transitions.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    if (isOfTheQueue(transition)) {
      isTakenByOthers(transition);
      return;
    }
    TestingWorkflows workflows = new TestingWorkflows();
    try (EngineFixture engine = new EngineFixture(
        workflows,
        io.orchestrator4j.TestingDatabase.freshSchema(),
        EngineOptions.defaults().withGrace(Duration.ofMillis(1)))) {
      ProcessId processId = stand(engine, transition.from());
      assertThat(engine.status(processId)).isEqualTo(transition.from());

      happen(engine, processId, transition.event());

      assertThat(engine.status(processId)).isEqualTo(goal(transition));
    }
  }

  // a process that goes on running is seen where it comes to rest
  private static ProcessStatus goal(Transition transition) {
    return switch (transition.event()) {
      case ADVANCE, RESUME, RETRY -> ProcessStatus.COMPLETED;
      case SUSPEND, FAIL, FIND_INCONSISTENT, FIND_UNAVAILABLE, COMPLETE, ABORT -> transition.to();
      case CLAIM -> ProcessStatus.COMPLETED;
      case RESUME_LATER, RETRY_LATER -> ProcessStatus.RESUMED;
    };
  }

  private static boolean isOfTheQueue(Transition transition) {
    return Set.of(ProcessEvent.CLAIM, ProcessEvent.RESUME_LATER, ProcessEvent.RETRY_LATER)
            .contains(transition.event())
        || Set.of(ProcessStatus.CREATED, ProcessStatus.RESUMED).contains(transition.from());
  }

  // a node that runs nothing leaves what it is asked to those that do
  private static void isTakenByOthers(Transition transition) throws Exception {
    TestingWorkflows workflows = new TestingWorkflows();
    String schema = io.orchestrator4j.TestingDatabase.freshSchema();
    EngineOptions impatient = EngineOptions.defaults().withGrace(Duration.ofMillis(1));
    ProcessId processId = null;
    boolean stands = transition.from() != ProcessStatus.CREATED;
    if (stands) {
      try (EngineFixture worker = new EngineFixture(workflows, schema, impatient)) {
        processId = stand(
            worker,
            transition.from() == ProcessStatus.RESUMED
                ? ProcessStatus.SUSPENDED
                : transition.from());
        worker.orchestrator.close();
      }
    }
    try (EngineFixture other =
        new EngineFixture(workflows, schema, impatient.withRoles(NodeRole.API))) {
      processId = processId == null ? other.start("five_steps") : processId;
      workflows.misbehaviour = () -> null;
      if (transition.from() == ProcessStatus.RESUMED) {
        happen(other, processId, ProcessEvent.RESUME);
      }
      assertThat(other.status(processId)).isEqualTo(transition.from());
      switch (transition.event()) {
        case ABORT -> other.operations().abort(BOB, processId);
        case RESUME_LATER -> happen(other, processId, ProcessEvent.RESUME);
        case RETRY_LATER -> happen(other, processId, ProcessEvent.RETRY);
        case CLAIM -> claim(workflows, schema);
        default -> throw new AssertionError(transition);
      }
      assertThat(other.status(processId)).isEqualTo(goal(transition));
    }
  }

  private static void claim(TestingWorkflows workflows, String schema) {
    workflows.released.release(10);
    try (EngineFixture worker = new EngineFixture(workflows, schema, EngineOptions.defaults())) {
      worker.quiet();
    }
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
      case CLAIM, RESUME_LATER, RETRY_LATER -> throw new AssertionError("others do this");
    }
    engine.workflows.released.release();
    engine.quiet();
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
