package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.workflow.State;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Aborting, deleting, and notes. */
final class ChangesTest {

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
  }

  @Test
  void anAbortEndsAWaitingProcessAndASecondOneChangesNothing() {
    String id = server.run("asking");

    Answer first = server.abort(id);
    JsonNode aborted = server.process(id);
    Answer second = server.abort(id);

    assertThat(first.status()).isEqualTo(204);
    assertThat(second.status()).isEqualTo(204);
    assertThat(second.header("content-type")).isEqualTo("application/json");
    assertThat(aborted.get("last_status").asString()).isEqualTo("aborted");
    assertThat(server.process(id)).isEqualTo(aborted);
    assertThat(server.steps(id))
        .containsExactly(
            "Start success", "Ask suspend", "User Aborted abort", "Act pending", "Done pending");
    assertThat(aborted.at("/steps/2/created_by").asString()).isEqualTo("SYSTEM");
  }

  @Test
  void anAbortedFailureShowsItsReasonNoLonger() {
    server.workflows().deed = () -> {
      throw new IllegalStateException("kaboom");
    };
    String id = server.run("acting");

    server.abort(id);

    assertThat(server.process(id).get("failed_reason").isNull()).isTrue();
    assertThat(server.process(id).get("traceback").isNull()).isTrue();
  }

  @Test
  void aRunningProcessIsAbortedBehindItsStep() throws Exception {
    TestingWorkflows.Held held = new TestingWorkflows.Held();
    server.workflows().deed = held;
    String id = server.started("acting");
    held.awaitBegun();

    Answer answer = server.abort(id);
    held.release();
    server.quiet();

    assertThat(answer.status()).isEqualTo(204);
    assertThat(server.steps(id))
        .containsExactly("Start success", "Act success", "User Aborted abort");
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    String id = UUID.randomUUID().toString();
    String text = "Process with process_id %s not found".formatted(id);

    assertProblem(server.abort(id), 404, "process_not_found", text);
    assertProblem(server.resume(id, "{}"), 404, "process_not_found", text);
    assertProblem(
        server.send("PATCH", "/api/processes/" + id, "{\"note\":\"x\"}"),
        404,
        "process_not_found",
        text);
    assertProblem(server.get("/api/processes/" + id), 404, "process_not_found", text);
    assertProblem(server.delete(id), 404, "process_not_found", "Not Found");
  }

  @Test
  void onlyTasksAreDeleted() {
    String task = server.run("acting");
    String workflow = server.run("acting_workflow");

    assertThat(server.delete(task).status()).isEqualTo(204);
    assertThat(server.get("/api/processes/" + task).status()).isEqualTo(404);
    assertProblem(server.delete(workflow), 400, "not_a_task", "Bad Request");
    assertThat(server.status(workflow)).isEqualTo("completed");
  }

  @Test
  void aNoteIsAnsweredWithTheBareProcess() {
    String id = server.run("asking");

    Answer answer = server.send("PATCH", "/api/processes/" + id, "{\"note\":\"first\",\"x\":1}");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode body = answer.json();
    assertThat(body.get("note").asString()).isEqualTo("first");
    assertThat(List.of("workflow_target", "current_state", "form"))
        .allSatisfy(key -> assertThat(body.get(key).isNull()).as(key).isTrue());
    assertThat(body.get("steps")).hasSize(2);
    JsonNode step = body.at("/steps/1");
    assertThat(step.get("status").asString()).isEqualTo("suspend");
    assertThat(step.get("state").isObject()).isTrue();
    assertThat(List.of("executed", "started", "completed", "state_delta"))
        .allSatisfy(key -> assertThat(step.get(key).isNull()).as(key).isTrue());
    assertThat(server.process(id).get("note").asString()).isEqualTo("first");
  }

  @Test
  void aNoteIsChangedOnlyWhereItIsNamedAndBlankTakesItAway() {
    String id = server.run("acting");
    note(id, "{\"note\":\"first\"}");

    assertThat(note(id, "{}").asString()).isEqualTo("first");
    assertThat(note(id, "{\"note\":\"  \"}").isNull()).isTrue();
    note(id, "{\"note\":\"second\"}");
    assertThat(note(id, "{\"note\":null}").isNull()).isTrue();
  }

  @Test
  void aNoteThatIsNoTextOrTooLongOrCannotBeStoredIsInvalid() {
    String path = "/api/processes/" + server.run("acting");

    assertViolation(server.send("PATCH", path, "{\"note\":5}"), "string_type");
    assertViolation(
        server.send("PATCH", path, "{\"note\":\"%s\"}".formatted("x".repeat(5001))),
        "string_too_long");
    assertViolation(server.send("PATCH", path, "{\"note\":\"\\u0000\"}"), "text_not_storable");
    assertViolation(server.send("PATCH", path, "{\"note\":\"\\ud800\"}"), "text_not_storable");
    assertViolation(server.send("PATCH", path, "[]"), "model_attributes_type");
    assertViolation(server.send("PATCH", path, "null"), "missing");
  }

  private static JsonNode note(String id, String body) {
    return server.send("PATCH", "/api/processes/" + id, body).json().get("note");
  }

  private static void assertViolation(Answer answer, String type) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/type").asString()).isEqualTo(type);
  }
}
