package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.StepStatus;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine does with the outcomes of steps and with what people ask of it. */
final class EngineTest {

  private EngineFixture engine;

  @BeforeEach
  void start() {
    engine = new EngineFixture();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aStepThatCouldNotReachOurDatabaseIsRunAgain() {
    AtomicInteger times = new AtomicInteger();
    engine.workflows.misbehaviour = () -> {
      if (times.incrementAndGet() < 3) {
        throw new IllegalStateException(
            "as an author wraps it", DatabaseUnavailable.of(new SQLException("gone", "57P01")));
      }
      return State.of("times", times.get());
    };

    ProcessId processId = engine.run("misbehaving");

    assertThat(engine.rows(processId))
        .containsExactly(
            "Start success",
            "Count success",
            "Misbehave success",
            "Count success",
            "Done complete");
    assertThat(engine.workflows.calls("misbehave")).isEqualTo(3);
    assertThat(engine.workflows.calls("count")).isEqualTo(2);
  }

  /** Found by chaos: a COMMIT whose answer was lost arrived after the node had looked for what it might own. */
  @Test
  void whatBecomesThisNodesLongAfterItsAnswerWasLostRunsHere() {
    AtomicInteger times = new AtomicInteger();
    engine.workflows.misbehaviour = () -> {
      if (times.incrementAndGet() == 1) {
        throw new IllegalStateException("the first attempt");
      }
      return State.empty();
    };
    ProcessId processId = engine.run("misbehaving");
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);

    TestingDatabase.execute("""
        update %s.processes
        set last_status = 'running', owner = '%s', epoch = epoch + 1
        where process_id = '%s'
        """.formatted(
        engine.schema, engine.orchestrator.engine().nodes().getFirst().node().nodeId(), processId));

    engine.until("completed", () -> engine.status(processId) == ProcessStatus.COMPLETED);
  }

  @Test
  void aFiveStepWorkflowIsSevenRowsInSixCommits() throws Exception {
    ProcessId processId = engine.run("five_steps");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.rows(processId))
        .containsExactly(
            "Start success",
            "Count success",
            "Count success",
            "Count success",
            "Count success",
            "Count success",
            "Done complete");
    assertThat(engine.state(processId).path("count").asInt()).isEqualTo(5);
    assertThat(commitsOf(processId)).isEqualTo(6);
  }

  @Test
  void aFailedStepIsRunAgainInTheNameOfWhoRetries() {
    engine.workflows.misbehaviour = TestingWorkflows.failing("kaboom");
    ProcessId processId = engine.run("misbehaving");
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);
    assertThat(engine.detail(processId).process().progress().failedReason()).isEqualTo("kaboom");
    assertThat(engine.detail(processId).failedStackTrace())
        .contains("IllegalStateException: kaboom", "TestingWorkflows");

    engine.workflows.misbehaviour = () -> null;
    engine.retry(processId);

    assertThat(engine.rows(processId))
        .containsExactly(
            "Start success",
            "Count success",
            "Misbehave failed",
            "Misbehave success",
            "Count success",
            "Done complete");
    assertThat(engine.state(processId).path("attempt").asInt()).isEqualTo(2);
    assertThat(engine.row(processId, "complete").done().by()).isEqualTo("bob");
    assertThat(engine.row(processId, "failed").done().by()).isEqualTo("ann");
    assertThat(engine.detail(processId).process().progress().failedReason()).isNull();
  }

  @Test
  void aRepeatedFailureIsOneRowThatCounts() {
    engine.workflows.misbehaviour = TestingWorkflows.failing("kaboom");
    ProcessId processId = engine.run("misbehaving");
    engine.retry(processId);
    engine.retry(processId);

    List<Timeline.Row> failed = engine.detail(processId).timeline().rows().stream()
        .filter(row -> row.status().equals(StepStatus.FAILED.text()))
        .toList();
    assertThat(failed).hasSize(2);
    assertThat(failed.getLast().done().state().path("retries").asInt()).isEqualTo(1);
    assertThat(failed.getLast().done().state().path("completed_at")).hasSize(1);
    assertThat(failed.getFirst().done().state().has("retries")).isFalse();
  }

  @Test
  void tasksAreToldApartByWhatWentWrong() {
    engine.workflows.misbehaviour = TestingWorkflows.inconsistent();
    ProcessId inconsistent = engine.run("misbehaving");
    ProcessId workflow = engine.run("misbehaving_workflow");
    engine.workflows.misbehaviour = TestingWorkflows.unavailable();
    ProcessId unavailable = engine.run("misbehaving");

    assertThat(engine.status(inconsistent)).isEqualTo(ProcessStatus.INCONSISTENT_DATA);
    assertThat(engine.detail(inconsistent).process().progress().assignee().name())
        .isEqualTo("NOC");
    assertThat(engine.row(inconsistent, "failed").done().state().path("details"))
        .isEqualTo(Json.read("{\"found\":1}"));
    assertThat(engine.status(unavailable)).isEqualTo(ProcessStatus.API_UNAVAILABLE);
    assertThat(engine.status(workflow)).isEqualTo(ProcessStatus.FAILED);
  }

  @Test
  void anErrorFailsTheStepLikeAnyException() {
    engine.workflows.misbehaviour = () -> {
      throw new NoSuchMethodError("old jar");
    };
    ProcessId processId = engine.run("misbehaving");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);
    assertThat(engine.row(processId, "failed").done().state())
        .isEqualTo(Json.read("{\"class\":\"NoSuchMethodError\",\"error\":\"old jar\"}"));
  }

  @Test
  void anInterruptThatAStepLeavesBehindBreaksNothing() {
    engine.workflows.misbehaviour = () -> {
      Thread.currentThread().interrupt();
      return State.of("interrupted", true);
    };
    ProcessId completed = engine.run("misbehaving");
    engine.workflows.misbehaviour = () -> {
      throw new InterruptedException("by its own hand");
    };
    ProcessId failed = engine.run("misbehaving");

    assertThat(engine.status(completed)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.status(failed)).isEqualTo(ProcessStatus.FAILED);
  }

  @Test
  void whatCannotBeStoredFailsTheStep() {
    assertFails(() -> State.of("thing", new Object()), "'thing': java.lang.Object is not JSON");
    assertFails(
        () -> State.of("name", Map.of("a", List.of("x", "y\0"))),
        "'name'.a[1] contains the character U+0000");
    assertFails(() -> Map.of(7, "seven"), "keys of the State are texts");
    assertFails(
        () -> "a text",
        "a step returns a State, a record, a map with text keys, a domain model, or nothing");
    assertFails(() -> State.of("name", "half a pair: \ud800"), "'name' contains");
  }

  @Test
  void aTextThatLooksLikeAnEscapedNulIsKept() {
    engine.workflows.misbehaviour = () -> State.of("name", "\\u0000");
    ProcessId processId = engine.run("misbehaving");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.state(processId).path("name").asString()).isEqualTo("\\u0000");
  }

  @Test
  void aMissingParameterFailsTheStepAndNamesTheKeysThatAreThere() {
    ProcessId processId = engine.run("missing");

    assertThat(engine.detail(processId).process().progress().failedReason())
        .isEqualTo(
            "TestingWorkflows.needsGroup: the parameter 'groupName' (java.lang.String) reads the key 'group_name',"
                + " which is missing. The State has: process_id, reporter, workflow_name, workflow_target. Name the"
                + " parameter after one of these, return the key from an earlier step or form, or mark the parameter @Nullable or @DefaultValue(...)");
  }

  @Test
  void aLargeStateWorksAndOneAboveTheLimitFailsTheStep() {
    engine.workflows.misbehaviour = () -> State.of("large", "x".repeat(5 * 1024 * 1024));
    ProcessId large = engine.run("misbehaving");
    engine.workflows.misbehaviour = () -> State.of("large", "x".repeat(17 * 1024 * 1024));
    ProcessId tooLarge = engine.run("misbehaving");

    assertThat(engine.status(large)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.state(large).path("large").asString()).hasSize(5 * 1024 * 1024);
    assertThat(engine.status(tooLarge)).isEqualTo(ProcessStatus.FAILED);
    assertThat(engine
            .row(tooLarge, "failed")
            .done()
            .state()
            .path("details")
            .path("code")
            .asString())
        .isEqualTo("state_too_large");
  }

  @Test
  void aGrowingStateIsReadBackFromItsLastSnapshot() {
    ProcessId processId = engine.run("growing");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    ProcessStore store =
        new ProcessStore(new Database(TestingDatabase.dataSource(), engine.schema, 2));
    ProcessInstance process = store.find(processId).orElseThrow();
    assertThat(store.journalsSinceSnapshot(List.of(process)).getFirst().state())
        .isEqualTo(engine.state(processId));
    assertThat(store.journalsSinceSnapshot(List.of(process)).getFirst().records().stream()
            .filter(record -> record.snapshot() != null))
        .as("snapshots")
        .hasSize(1);
  }

  @Test
  void aSuspendedProcessShowsItsFormAndGoesOnWithTheAnswers() {
    ProcessId processId = engine.run("asking");
    ProcessDetail waiting = engine.detail(processId);
    assertThat(waiting.process().status()).isEqualTo(ProcessStatus.SUSPENDED);
    assertThat(waiting.process().progress().assignee().name()).isEqualTo("NOC");
    assertThat(waiting.waiting().place()).isEqualTo("ask@3");
    assertThat(waiting.waiting().form().path("title").asString()).isEqualTo("Question 1");

    EngineFixture.complete(engine
        .operations()
        .resume(
            BOB,
            processId,
            pages("{\"answer\": \"yes\", \"amount\": \"2\"}", "{\"confirm\": true}"),
            "ask@3"));
    engine.quiet();

    assertThat(engine.rows(processId))
        .containsExactly(
            "Start success",
            "Count success",
            "Ask the user suspend",
            "Ask the user success",
            "Use the answer success",
            "Done complete");
    assertThat(engine.state(processId).path("result").asString()).isEqualTo("yesyes");
    assertThat(engine.detail(processId).waiting()).isNull();
  }

  @Test
  void answersToAnEarlierPlaceAreRefused() {
    ProcessId processId = engine.run("asking");

    assertThatThrownBy(() ->
            engine.operations().resume(BOB, processId, pages("{\"answer\": \"yes\"}"), "ask@2"))
        .isInstanceOfSatisfying(OperationRefused.PlaceChanged.class, refused -> {
          assertThat(refused.place()).isEqualTo("ask@3");
          assertThat(refused.code()).isEqualTo("place_changed");
        });
  }

  @Test
  void ofManyWhoAnswerAtOnceOneWins() throws Exception {
    ProcessId processId = engine.run("asking");
    Callable<Boolean> answer = () -> {
      try {
        return engine
                .operations()
                .resume(BOB, processId, pages("{\"answer\": \"yes\"}", "{\"confirm\": true}"), null)
            instanceof FormOutcome.Complete;
      } catch (OperationRefused.ChangedMeanwhile | OperationRefused.WrongStatus _) {
        return false;
      }
    };
    int winners = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> each : threads.invokeAll(java.util.Collections.nCopies(16, answer))) {
        winners += each.get() ? 1 : 0;
      }
    }
    engine.quiet();

    assertThat(winners).isEqualTo(1);
    assertThat(engine.rows(processId))
        .hasSize(6)
        .endsWith("Use the answer success", "Done complete");
  }

  @Test
  void aFormThatThrowsLeavesTheProcessReadable() {
    ProcessId processId = engine.run("broken_form");
    ProcessDetail detail = engine.detail(processId);

    assertThat(detail.process().status()).isEqualTo(ProcessStatus.SUSPENDED);
    assertThat(detail.waiting().form()).isNull();
    assertThat(detail.waiting().error()).isEqualTo("IOException: no inventory");
    assertThatThrownBy(() -> engine.operations().resume(BOB, processId, pages("{}"), null))
        .isInstanceOf(OperationRefused.FormFailed.class);
  }

  @Test
  void aFormThatAsksNothingDoesNotSuspend() {
    ProcessId processId = engine.run("silent_form");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.state(processId).path("asked").asBoolean()).isFalse();
  }

  @Test
  void aWaitingProcessIsAbortedAtOnceAndOnce() {
    ProcessId processId = engine.run("asking");

    engine.operations().abort(BOB, processId);
    engine.operations().abort(BOB, processId);

    assertThat(engine.rows(processId))
        .containsExactly(
            "Start success",
            "Count success",
            "Ask the user suspend",
            "User Aborted abort",
            "Use the answer pending",
            "Done pending");
    assertThatThrownBy(() -> engine.operations().resume(BOB, processId, pages("{}"), null))
        .isInstanceOfSatisfying(
            OperationRefused.WrongStatus.class,
            refused -> assertThat(refused.status()).isEqualTo(ProcessStatus.ABORTED));
  }

  @Test
  void aRunningProcessIsAbortedAtTheEndOfItsStepWhichIsKept() throws Exception {
    ProcessId processId = engine.start("holding");
    engine.workflows.holding.await();

    engine.operations().abort(BOB, processId);
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.RUNNING);
    engine.workflows.released.release();
    engine.quiet();

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.ABORTED);
    assertThat(engine.rows(processId))
        .containsExactly(
            "Start success", "Count success", "Hold success", "User Aborted abort", "Done pending");
    assertThat(engine.state(processId).path("held").asBoolean()).isTrue();
    assertThat(engine.workflows.calls("count")).isEqualTo(1);
  }

  @Test
  void anAbortDuringTheLastStepIsNotLost() throws Exception {
    ProcessId processId = engine.start("holding_workflow");
    engine.workflows.holding.await();

    engine.operations().abort(BOB, processId);
    engine.workflows.released.release();
    engine.quiet();

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.ABORTED);
    assertThat(engine.rows(processId))
        .containsExactly("Start success", "Hold success", "User Aborted abort");
  }

  @Test
  void tasksAreDeletedAlsoWhileTheyRunAndOthersAreNot() throws Exception {
    ProcessId task = engine.start("holding");
    engine.workflows.holding.await();
    engine.operations().delete(BOB, task);
    engine.workflows.released.release();
    engine.quiet();
    ProcessId done = engine.run("five_steps");
    engine.operations().delete(BOB, done);
    ProcessId workflow = engine.run("misbehaving_workflow");

    assertThatThrownBy(() -> engine.detail(task))
        .isInstanceOf(OperationRefused.ProcessNotFound.class);
    assertThatThrownBy(() -> engine.detail(done))
        .isInstanceOf(OperationRefused.ProcessNotFound.class);
    assertThatThrownBy(() -> engine.operations().delete(BOB, workflow))
        .isInstanceOf(OperationRefused.NotATask.class);
  }

  @Test
  void rulesSayWhoMayStartResumeAndRetry() {
    Caller operator = new Caller("olga", Caller.Kind.PERSON, Map.of("roles", List.of("operators")));
    Caller noc = new Caller("nick", Caller.Kind.PERSON, Map.of("roles", List.of("noc")));
    assertThatThrownBy(
            () -> engine.operations().start(ANN, "asking_first", pages("{\"answer\": \"x\"}")))
        .isInstanceOf(OperationRefused.NotAuthorized.class);
    engine.workflows.misbehaviour = TestingWorkflows.failing("once");
    ProcessId processId = EngineFixture.complete(
        engine.operations().start(operator, "asking_first", pages("{\"answer\": \"x\"}")));
    engine.quiet();
    engine.workflows.misbehaviour = () -> null;

    assertThatThrownBy(() -> engine.operations().resume(operator, processId, List.of(), null))
        .isInstanceOf(OperationRefused.NotAuthorized.class);
    EngineFixture.complete(engine.operations().resume(noc, processId, List.of(), null));
    engine.quiet();
    ProcessId asking = engine.run("asking");
    assertThatThrownBy(
            () -> engine.operations().resume(Caller.named("eve"), asking, pages("{}"), null))
        .isInstanceOf(OperationRefused.NotAuthorized.class);

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
  }

  @Test
  void answersThatCannotBeStoredAreRefusedAtOnce() {
    Caller operator = new Caller("olga", Caller.Kind.PERSON, Map.of("roles", List.of("operators")));

    assertThatThrownBy(() -> engine
            .operations()
            .start(operator, "asking_first", pages("{\"answer\": \"a\\u0000\"}")))
        .isInstanceOf(OperationRefused.InputNotStorable.class)
        .hasMessageContaining("'answer' contains the character U+0000");
    assertThat(engine.orchestrator.lists().count(io.orchestrator4j.process.ProcessQuery.all()))
        .isZero();
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> engine.operations().start(ANN, "no_such", pages("{}")))
        .isInstanceOf(OperationRefused.WorkflowNotFound.class);
    assertThatThrownBy(() -> engine.operations().abort(ANN, ProcessId.fresh()))
        .isInstanceOf(OperationRefused.ProcessNotFound.class);
  }

  private void assertFails(TestingWorkflows.Misbehaviour misbehaviour, String reason) {
    engine.workflows.misbehaviour = misbehaviour;
    ProcessId processId = engine.run("misbehaving");
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);
    assertThat(engine.detail(processId).process().progress().failedReason()).contains(reason);
  }

  private int commitsOf(ProcessId processId) throws Exception {
    try (Connection connection = TestingDatabase.dataSource().getConnection();
        var statement = connection.prepareStatement("select count(distinct xmin::text) from "
            + engine.schema + ".process_steps where process_id = ?")) {
      statement.setObject(1, processId.value());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
