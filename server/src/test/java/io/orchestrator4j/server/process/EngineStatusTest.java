package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.State;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The switch by which operators pause the engine, and what the wire says meanwhile. */
final class EngineStatusTest {

  private static final String LOCKED =
      "Engine is locked cannot accept changes on processes at this time";
  private static ProcessServer server;

  @BeforeAll
  static void start() {
    server = ProcessServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void goOn() {
    server.workflows().deed = State::empty;
    put("{\"global_lock\":false}");
  }

  @Test
  void itRunsIsBeingPausedIsPausedAndRunsAgain() throws Exception {
    TestingWorkflows.Held held = new TestingWorkflows.Held();
    server.workflows().deed = held;
    assertStatus(get(), false, "RUNNING", 0);
    String id = server.started("acting");
    held.awaitBegun();

    assertStatus(put("{\"global_lock\":true}"), true, "PAUSING", 1);
    held.release();
    server.quiet();
    assertStatus(get(), true, "PAUSED", 0);
    assertStatus(put("{\"global_lock\":true}"), true, "PAUSED", 0);

    assertStatus(put("{\"global_lock\":false}"), false, "RUNNING", 0);
    server.quiet();
    assertThat(server.status(id)).isEqualTo("completed");
  }

  @Test
  void whatSetsOffIsRefusedFirstOfAll() {
    String waiting = server.run("asking");
    put("{\"global_lock\":true}");

    assertProblem(server.start("acting", "[{}]"), 503, "engine_paused", LOCKED);
    assertProblem(server.start("no_such_workflow", "[]"), 503, "engine_paused", LOCKED);
    assertProblem(server.resume(waiting, "[{\"answer\":\"x\"}]"), 503, "engine_paused", LOCKED);
    assertProblem(server.resume(UUID.randomUUID().toString(), "[]"), 503, "engine_paused", LOCKED);
    assertThat(server.abort(waiting).status()).isEqualTo(204);
    assertThat(server.delete(waiting).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "\"on\"", "\"True\"", "\"yes\""})
  void theWireHasManyWordsForYes(String yes) {
    assertThat(
            put("{\"global_lock\":%s}".formatted(yes)).json().get("global_lock").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
      {}                        ; missing
      {"global_lock":null}      ; bool_type
      {"global_lock":[]}        ; bool_type
      {"global_lock":2}         ; bool_parsing
      {"global_lock":"perhaps"} ; bool_parsing
      []                        ; model_attributes_type
      null                      ; missing
      """)
  void whatIsNoAnswerIsInvalid(String body, String type) {
    Answer answer = put(body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/type").asString()).isEqualTo(type);
    assertStatus(get(), false, "RUNNING", 0);
  }

  private static Answer get() {
    return server.get("/api/settings/status");
  }

  private static Answer put(String body) {
    return server.send("PUT", "/api/settings/status?reporter=oda", body);
  }

  private static void assertStatus(Answer answer, boolean lock, String status, int running) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            Json.read("{\"global_lock\":%s,\"global_status\":\"%s\",\"running_processes\":%d}"
                .formatted(lock, status, running)));
  }
}
