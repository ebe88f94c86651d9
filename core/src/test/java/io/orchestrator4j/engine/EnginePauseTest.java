package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Pausing the engine: what is under way ends its step, nothing begins, and afterwards nothing is skipped or repeated. */
final class EnginePauseTest {

  private final EngineFixture engine = new EngineFixture();

  @Test
  void aProcessStopsBehindItsStepAndGoesOnAtTheNext() throws Exception {
    try (engine) {
      ProcessId processId = heldAndPaused("holding");
      assertThat(engine.orchestrator.engineStatus()).isEqualTo(new EngineStatus(true, 1));
      assertThat(state()).isEqualTo(EngineStatus.State.PAUSING);

      engine.workflows.released.release();
      untilPaused();
      assertThat(engine.status(processId)).isEqualTo(ProcessStatus.RUNNING);
      assertThat(engine.rows(processId))
          .containsExactly(
              "Start success", "Count success", "Hold success", "Count pending", "Done pending");

      engine.operations().resumeEngine(BOB);
      engine.until("completed", () -> engine.status(processId) == ProcessStatus.COMPLETED);
      assertThat(state()).isEqualTo(EngineStatus.State.RUNNING);
      assertThat(engine.rows(processId))
          .containsExactly(
              "Start success", "Count success", "Hold success", "Count success", "Done complete");
      assertThat(engine.workflows.calls("count")).isEqualTo(2);
      assertThat(engine.workflows.calls("hold")).isEqualTo(1);
    }
  }

  @Test
  void whoResumesWhileAStepIsStillUnderWayDoesNotRunItTwice() throws Exception {
    try (engine) {
      ProcessId processId = heldAndPaused("holding");

      engine.operations().resumeEngine(BOB);
      engine.workflows.released.release();

      engine.until("completed", () -> engine.status(processId) == ProcessStatus.COMPLETED);
      assertThat(engine.workflows.calls("hold")).isEqualTo(1);
      assertThat(engine.workflows.calls("count")).isEqualTo(2);
    }
  }

  @Test
  void nothingSetsOffWhilePaused() {
    try (engine) {
      ProcessId asking = engine.run("asking");
      engine.workflows.misbehaviour = TestingWorkflows.failing("kaboom");
      ProcessId failed = engine.run("misbehaving");
      engine.operations().pauseEngine(BOB);

      List<ThrowingCallable> setOffs = List.of(
          () -> engine.start("five_steps"),
          () -> engine.operations().start(ANN, "no_such_workflow", List.of()),
          () -> engine.operations().start(ANN, "five_steps", pages("{}"), new StartKey("k")),
          () -> engine.operations().resume(ANN, asking, pages("{}"), null),
          () -> engine.operations().resume(ANN, failed, pages("{}"), null));
      for (ThrowingCallable setOff : setOffs) {
        assertThatThrownBy(setOff)
            .isInstanceOf(OperationRefused.EnginePaused.class)
            .extracting(refused -> ((OperationRefused) refused).code())
            .isEqualTo("engine_paused");
      }
    }
  }

  @Test
  void abortDeleteAndNoteGoOn() throws Exception {
    try (engine) {
      ProcessId waiting = engine.run("asking");
      ProcessId processId = heldAndPaused("holding");
      ProcessId done = waiting;

      engine.operations().note(BOB, waiting, "while paused");
      engine.operations().abort(BOB, waiting);
      engine.operations().abort(BOB, processId);
      engine.workflows.released.release();

      engine.until("aborted", () -> engine.status(processId) == ProcessStatus.ABORTED);
      assertThat(engine.status(done)).isEqualTo(ProcessStatus.ABORTED);
      engine.operations().delete(BOB, done);
      assertThatThrownBy(() -> engine.status(done))
          .isInstanceOf(OperationRefused.ProcessNotFound.class);
      assertThat(engine.workflows.calls("count")).isEqualTo(2);
    }
  }

  @Test
  void aProcessBeforeAFormIsAskedForItAndTheOthersGoOn() throws Exception {
    try (engine) {
      engine.workflows.after = TestingWorkflows.After.ASK;
      ProcessId asks = engine.start("standing");
      ProcessId goesOn = engine.start("holding");
      engine.until("both hold", () -> engine.workflows.calls("hold") == 2);
      engine.operations().pauseEngine(BOB);
      engine.workflows.released.release(2);
      untilPaused();

      engine.operations().resumeEngine(BOB);

      engine.until("completed", () -> engine.status(goesOn) == ProcessStatus.COMPLETED);
      engine.until("asks", () -> engine.status(asks) == ProcessStatus.SUSPENDED);
      assertThat(engine.workflows.calls("hold")).isEqualTo(2);
    }
  }

  @Test
  void aPauseReachesAllNodesAndOutlastsThem() throws Exception {
    String schema = engine.schema;
    EngineOptions quick =
        EngineOptions.defaults().withLease(Duration.ofSeconds(2)).withName("second");
    ProcessId processId;
    try (EngineFixture second = new EngineFixture(engine.workflows, schema, quick)) {
      processId = second.start("holding");
      engine.workflows.holding.await();
      engine.operations().pauseEngine(BOB);
      second.until("hears of it", () -> refuses(second));
      engine.workflows.released.release();
      second.until("paused", () -> state() == EngineStatus.State.PAUSED);
    }
    engine.close();
    try (EngineFixture third = new EngineFixture(new TestingWorkflows(), schema, quick)) {
      assertThat(refuses(third)).isTrue();
      assertThat(third.orchestrator.engineStatus().state()).isEqualTo(EngineStatus.State.PAUSED);

      third.operations().resumeEngine(BOB);
      third.until("completed", () -> third.status(processId) == ProcessStatus.COMPLETED);
      assertThat(third.rows(processId))
          .containsExactly(
              "Start success", "Count success", "Hold success", "Count success", "Done complete");
      assertThat(third.workflows.calls("count")).isEqualTo(1);
      assertThat(third.workflows.calls("hold")).isZero();
    }
  }

  @Test
  void whatHoldsAlreadyIsNoChange() {
    try (engine) {
      engine.operations().resumeEngine(BOB);
      engine.operations().pauseEngine(ANN);
      EngineStatus again = engine.operations().pauseEngine(BOB);

      assertThat(again).isEqualTo(new EngineStatus(true, 0));
      assertThat(engine.orchestrator.audit().latest(10))
          .extracting(AuditEntry::actor, AuditEntry::action)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("ann", "pause_engine"));
    }
  }

  private ProcessId heldAndPaused(String workflow) throws InterruptedException {
    ProcessId processId = engine.start(workflow);
    engine.workflows.holding.await();
    engine.operations().pauseEngine(BOB);
    return processId;
  }

  private void untilPaused() {
    engine.until("paused", () -> state() == EngineStatus.State.PAUSED);
  }

  private EngineStatus.State state() {
    return engine.orchestrator.engineStatus().state();
  }

  private static boolean refuses(EngineFixture node) {
    try {
      node.operations().start(ANN, "no_such_workflow", List.of());
      return false;
    } catch (OperationRefused e) {
      return e instanceof OperationRefused.EnginePaused;
    }
  }
}
