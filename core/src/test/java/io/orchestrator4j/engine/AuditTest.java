package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.workflow.Caller;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every action of an operator leaves one row, and nothing that steps do leaves any. */
final class AuditTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aResumeARetryANoteAnAbortAndADeleteLeaveARowEach() {
    engine.workflows.misbehaviour = TestingWorkflows.failing("kaboom");
    ProcessId processId = engine.run("misbehaving");
    engine.retry(processId);
    engine.operations().note(ANN, processId, "secret words");
    engine.operations().note(ANN, processId, " ");
    engine.operations().abort(BOB, processId);
    engine.operations().abort(BOB, processId);
    engine.operations().delete(ANN, processId);

    assertThat(rows(processId))
        .containsExactly(
            "bob person retry misbehaving {\"step\":\"Misbehave\"}",
            "ann person note misbehaving {\"did\":\"written\"}",
            "ann person note misbehaving {\"did\":\"removed\"}",
            "bob person abort misbehaving {\"status\":\"failed\"}",
            "ann person delete misbehaving {\"status\":\"aborted\"}");
  }

  @Test
  void answersToAFormAreNotInTheRow() {
    ProcessId processId = engine.run("asking");
    engine
        .operations()
        .resume(
            BOB,
            processId,
            pages("{\"answer\":\"secret\",\"amount\":1}", "{\"confirm\":true}"),
            null);
    engine.quiet();

    assertThat(rows(processId))
        .containsExactly("bob person resume asking {\"step\":\"Ask the user\"}");
  }

  @Test
  void whatIsRefusedLeavesNone() {
    ProcessId processId = engine.run("asking");

    assertThatThrownBy(
            () -> engine.operations().resume(Caller.named("eve"), processId, List.of(), null))
        .isInstanceOf(OperationRefused.NotAuthorized.class);
    engine.operations().resume(BOB, processId, List.of(), null);
    engine.operations().resume(BOB, processId, pages("{\"amount\":\"x\"}"), null);

    assertThat(rows(processId)).isEmpty();
  }

  @Test
  void whatIsAskedOfARunningProcessLeavesItsRowAtOnce() throws Exception {
    ProcessId processId = engine.start("holding");
    engine.workflows.holding.await();
    engine.operations().abort(BOB, processId);

    assertThat(rows(processId))
        .containsExactly("bob person abort holding {\"status\":\"running\"}");
    engine.workflows.released.release();
    engine.quiet();
    assertThat(rows(processId)).hasSize(1);
  }

  @Test
  void whatIsDoneToTheEngineAndItsNodesLeavesARow() {
    engine.operations().pauseEngine(ANN);
    engine.operations().resumeEngine(Caller.system());
    engine.operations().drain(BOB, "node", true);
    engine.operations().drain(BOB, "node", false);
    engine.operations().drain(BOB, "nobody", true);

    assertThat(engine.orchestrator.audit().latest(100).stream().map(AuditTest::text))
        .containsExactly(
            "bob person resume_node node {}",
            "bob person drain_node node {}",
            "SYSTEM system resume_engine null {}",
            "ann person pause_engine null {}");
    assertThat(engine.orchestrator.audit().latest(1)).hasSize(1);
  }

  private List<String> rows(ProcessId processId) {
    return engine.orchestrator.audit().of(processId.value()).stream()
        .map(AuditTest::text)
        .toList();
  }

  private static String text(AuditEntry entry) {
    return "%s %s %s %s %s"
        .formatted(
            entry.actor(), entry.actorKind(), entry.action(), entry.subject(), entry.details());
  }
}
