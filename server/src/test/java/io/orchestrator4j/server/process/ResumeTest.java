package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.workflow.State;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Resuming and retrying, also by two people at once. */
final class ResumeTest {

  private static final String YES = "[{\"answer\":\"yes\"}]";
  private static final String FAILED = "kaboom";
  private static ProcessServer server;

  @BeforeAll
  static void start() {
    server = ProcessServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void behave() {
    server.workflows().deed = State::empty;
    server.workflows().beforeAsking = State::empty;
  }

  @Test
  void theOneWhoNamesAnotherPlaceIsRefused() {
    String id = server.run("asking");
    String place = server.process(id).get("place").asString();

    Answer late = server.resume(id, YES, "If-Match", "ask@1");
    Answer inTime = server.resume(id, YES, "If-Match", place);
    server.quiet();

    assertThat(place).isEqualTo("ask@2");
    assertProblem(late, 412, "place_changed", "The process is at ask@2, no longer at ask@1");
    assertThat(late.json().get("title").asString()).isEqualTo("Precondition Failed");
    assertThat(inTime.status()).isEqualTo(204);
    assertThat(server.status(id)).isEqualTo("completed");
  }

  @Test
  void aPlaceMayStandInQuotationMarks() {
    String id = server.run("asking");

    assertThat(server.resume(id, YES, "If-Match", "\"ask@1\"").status()).isEqualTo(412);
    assertThat(server.resume(id, YES, "If-Match", "\"ask@2\"").status()).isEqualTo(204);
  }

  @Test
  void anyPlaceIsMeantByAnAsterisk() {
    String id = server.run("asking");

    assertThat(server.resume(id, YES, "If-Match", "*").status()).isEqualTo(204);
  }

  @Test
  void answersToAFormThatIsBehindDoNotRetryTheStepThatFailed() {
    String id = server.run("asking");
    server.workflows().deed = ResumeTest::fail;
    server.resume(id, YES, "If-Match", "ask@2");
    server.quiet();

    Answer answer = server.resume(id, YES, "If-Match", "ask@2");
    server.quiet();

    assertProblem(answer, 412, "place_changed", "The process is failed, no longer at ask@2");
    assertThat(server.process(id).at("/steps/4/state").has("retries")).isFalse();
  }

  @Test
  void ofTwoWhoAnswerAtTheSameMomentTheSecondIsRefused() throws Exception {
    String id = server.run("asking");
    CyclicBarrier bothAreAsked = new CyclicBarrier(2);
    server.workflows().beforeAsking = () -> bothAreAsked.await(30, TimeUnit.SECONDS);

    Callable<Answer> answering = () -> server.resume(id, YES);
    List<Answer> answers;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = people.invokeAll(List.of(answering, answering)).stream()
          .map(Future::resultNow)
          .toList();
    }
    server.quiet();

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
    Answer refused =
        answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
    assertProblem(
        refused,
        409,
        "changed_meanwhile",
        "Somebody else changed the process %s at the same moment".formatted(id));
    assertThat(server.steps(id))
        .containsExactly(
            "Start success", "Ask suspend", "Ask success", "Act success", "Done complete");
  }

  @Test
  void theFirstPageOfAFormIsNotAskedForButAnswered() {
    String id = server.run("asking");

    Answer answer = server.resume(id, "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/validation_errors/0/loc/0").asString()).isEqualTo("answer");
  }

  @Test
  void whatIsFinishedOrRunsCannotBeResumed() throws Exception {
    String completed = server.run("acting");
    String aborted = server.run("asking");
    server.abort(aborted);
    TestingWorkflows.Held held = new TestingWorkflows.Held();
    server.workflows().deed = held;
    String running = server.started("acting");
    held.awaitBegun();

    Answer whileItRuns = server.resume(running, "{}");
    held.release();

    assertWrongStatus(server.resume(completed, "{}"), "completed");
    assertWrongStatus(server.resume(aborted, "{}"), "aborted");
    assertWrongStatus(whileItRuns, "running");
  }

  @Test
  void aRetryRunsTheFailedStepInTheNameOfWhoAskedForIt() {
    server.workflows().deed = ResumeTest::fail;
    String id = server.run("acting");
    JsonNode failed = server.process(id);
    server.workflows().deed = State::empty;

    Answer answer = server.send("PUT", "/api/processes/%s/resume?reporter=ann".formatted(id), "{}");
    server.quiet();

    assertThat(failed.get("last_status").asString()).isEqualTo("failed");
    assertThat(failed.get("failed_reason").asString()).isEqualTo(FAILED);
    assertThat(failed.get("traceback").asString()).contains("IllegalStateException: kaboom");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(server.process(id).at("/steps/2/created_by").asString()).isEqualTo("ann");
    assertThat(server.process(id).get("traceback").isNull()).isTrue();
  }

  @Test
  void whoeverMayNotRetryOrResumeIsToldSo() {
    server.workflows().deed = ResumeTest::fail;
    String failed = server.run("restricted_later");
    server.workflows().deed = State::empty;
    String waiting = server.run("restricted_later");

    assertProblem(
        server.resume(failed, "{}"), 403, "not_authorized", "User is not authorized to retry step");
    assertProblem(
        server.resume(waiting, "[]"),
        403,
        "not_authorized",
        "User is not authorized to resume step");
  }

  private static Object fail() {
    throw new IllegalStateException(FAILED);
  }

  private static void assertWrongStatus(Answer answer, String status) {
    assertProblem(
        answer, 409, "wrong_status", "Resuming a %s workflow is not possible".formatted(status));
  }
}
