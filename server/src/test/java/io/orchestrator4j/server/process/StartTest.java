package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Starting processes, and all that can be wrong with it. */
final class StartTest {

  private static final String ORDER = "{\"name\":\"cable\",\"amount\":2}";
  private static final String ADDRESS = "{\"street\":\"Moreelsepark\"}";
  private static ProcessServer server;

  @BeforeAll
  static void start() {
    server = ProcessServer.start("orchestrator.limits.body=6MB");
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
  void aFormLeadsFromPageToPageToAProcess() {
    Answer first = server.start("order", "[]");
    Answer second = server.start("order", "[%s]".formatted(ORDER));
    Answer started = server.start("order", "[%s,%s]".formatted(ORDER, ADDRESS));
    server.quiet();

    assertThat(first.status()).isEqualTo(510);
    assertThat(first.json().at("/form/title").asString()).isEqualTo("What");
    assertThat(first.json().get("meta")).isEqualTo(Json.read("{\"hasNext\":true}"));
    assertThat(first.json().has("place")).isFalse();
    assertThat(second.status()).isEqualTo(510);
    assertThat(second.json().at("/form/title").asString()).isEqualTo("Where");
    assertThat(second.json().get("meta")).isEqualTo(Json.read("{\"hasNext\":false}"));
    assertThat(started.status()).isEqualTo(201);
    assertThat(server.process(started.json().get("id").asString()).get("current_state"))
        .containsAll(Json.read("[\"cable\",2,false,\"Moreelsepark\"]"));
  }

  @Test
  void anUnknownWorkflowIsNotFound() {
    assertProblem(
        server.start("no_such_workflow", "[{}]"),
        404,
        "workflow_not_found",
        "Workflow does not exist");
  }

  @Test
  void aBodyThatIsNoListIsInvalid() {
    for (String body : List.of("{}", "\"text\"", "5", "[1]", "null", "", "[{")) {
      Answer answer = server.start("order", body);

      assertThat(answer.status()).as(body).isEqualTo(422);
      assertThat(answer.json().get("detail")).hasSize(1);
    }
  }

  @Test
  void pagesThatAreLeftOverAreRefused() {
    long before = count();

    Answer answer = server.start("order", "[%s,%s,{},{}]".formatted(ORDER, ADDRESS));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.json().get("type").asString()).isEqualTo("FormOverflowError");
    assertThat(answer.json().get("detail").asString())
        .isEqualTo("Did not process all user_inputs (2 remaining)");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void missingWrongAndExtraFieldsAreToldTogether() {
    Answer answer = server.start("order", "[{\"amount\":11,\"color\":\"red\"}]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("type").asString()).isEqualTo("FormValidationError");
    assertThat(answer
            .json()
            .get("validation_errors")
            .valueStream()
            .map(error -> error.get("loc") + " " + error.get("msg").asString()))
        .containsExactly(
            "[\"name\"] field required",
            "[\"amount\"] Input should be less than or equal to 10",
            "[\"color\"] Extra inputs are not permitted");
    assertThat(answer.json().get("detail").asString())
        .startsWith("3 validation errors for Order\nname\n  field required (type=missing)\n");
  }

  @Test
  void anAnswerThatCannotBeStoredIsRefusedAndNothingStarted() {
    long before = count();
    String order = "{\"name\":\"a\\u0000b\",\"amount\":2}";

    Answer answer = server.start("order", "[%s,%s]".formatted(order, ADDRESS));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("code").asString()).isEqualTo("input_not_storable");
    assertThat(answer.json().get("detail").asString())
        .isEqualTo(
            "'name' contains the character U+0000 (NUL) or half a surrogate pair, which PostgreSQL cannot store; remove it");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void whoeverMayNotStartAWorkflowIsToldSoBeforeItsForm() {
    assertProblem(
        server.start("restricted", "[]"),
        403,
        "not_authorized",
        "User is not authorized to start 'restricted' workflow");
  }

  @Test
  void aFormThatThrowsIsAProblemWithoutItsStackTrace() {
    server.workflows().beforeAsking = () -> {
      throw new IllegalStateException("no inventory");
    };
    String id = server.run("asking");

    JsonNode process = server.process(id);
    Answer answer = server.resume(id, "[]");

    assertThat(process.get("form").isNull()).isTrue();
    assertThat(process.get("form_error").asString())
        .isEqualTo("IllegalStateException: no inventory");
    assertProblem(
        answer,
        500,
        "form_failed",
        "The form of 'asking' cannot be shown: IllegalStateException: no inventory");
    assertThat(answer.text()).doesNotContain("at io.orchestrator4j");
  }

  @Test
  void aProcessIsItsReportersOrTheSystems() {
    String reported = server
        .send("POST", "/api/processes/acting?reporter=ann", "[{}]")
        .json()
        .get("id")
        .asString();
    String anonymous = server.started("acting");
    String blank = server
        .send("POST", "/api/processes/acting?reporter=", "[{}]")
        .json()
        .get("id")
        .asString();
    server.quiet();

    assertThat(server.process(reported).get("created_by").asString()).isEqualTo("ann");
    assertThat(server.process(anonymous).get("created_by").asString()).isEqualTo("SYSTEM");
    assertThat(server.process(blank).get("created_by").asString()).isEqualTo("SYSTEM");
  }

  @Test
  void aReporterWhoseNameCannotBeStoredIsInvalid() {
    Answer answer = server.send("POST", "/api/processes/acting?reporter=a%00", "[{}]");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/type").asString()).isEqualTo("text_not_storable");
  }

  @Test
  void aResultKeepsItsDatesAndTheOrderOfItsKeys() {
    server.workflows().deed = () -> State.of("zebra", LocalDate.of(2026, 1, 31), "ant", 1);
    JsonNode process = server.process(server.run("acting"));

    assertThat(process.at("/steps/1/state_delta").toString())
        .isEqualTo("{\"zebra\":\"2026-01-31\",\"ant\":1}");
  }

  @Test
  void aStateOfFiveMegabytesWorks() {
    String name = "x".repeat(5_000_000);
    Answer started =
        server.start("order", "[{\"name\":\"%s\",\"amount\":1},%s]".formatted(name, ADDRESS));
    server.quiet();

    JsonNode process = server.process(started.json().get("id").asString());
    assertThat(process.get("last_status").asString()).isEqualTo("completed");
    assertThat(process.at("/current_state/name").asString()).isEqualTo(name);
  }

  @Test
  void aBodyAboveTheLimitIsRefused() {
    Answer answer = server.start("order", "[\"%s\"]".formatted("x".repeat(7_000_000)));

    assertProblem(
        answer,
        413,
        "body_too_large",
        "The request body is larger than 6291456 bytes. Send less, or raise orchestrator.limits.body");
  }

  @Test
  void theSameStartUnderOneKeyIsOneProcess() {
    String[] key = {"Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324"};
    String body = "[%s,%s]".formatted(ORDER, ADDRESS);
    String path = "/api/processes/order?reporter=keeper";

    Answer page = server.send("POST", path, "[%s]".formatted(ORDER), key);
    Answer first = server.send("POST", path, body, key);
    server.quiet();
    Answer second = server.send("POST", path, body, key);
    Answer other = server.send("POST", path, body.replace("cable", "duct"), key);

    assertThat(page.status()).isEqualTo(510);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().get("code").asString()).isEqualTo("start_key_reused");
    assertThat(server.get("/api/processes?filter=created_by,keeper").json()).hasSize(1);
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    for (String key : List.of("two words", "k".repeat(256))) {
      Answer answer = server.send("POST", "/api/processes/acting", "[{}]", "Idempotency-Key", key);

      assertThat(answer.status()).as(key).isEqualTo(400);
      assertThat(answer.json().get("code").asString()).isEqualTo("invalid_idempotency_key");
    }
  }

  @Test
  void aWorkflowThatRunsAloneIsRefusedBeforeItsFormWhileAProcessIsNotFinished() {
    String id = server.run("asking_alone");

    for (String body : List.of("[]", "[{}]")) {
      assertProblem(
          server.start("asking_alone", body),
          412,
          "run_predicate_failed",
          "Workflow 'asking_alone' already has 1 uncompleted instance(s)");
    }
    server.abort(id);
    assertThat(server.start("asking_alone", "[{}]").status()).isEqualTo(201);
  }

  private static long count() {
    return server.get("/api/processes").json().size();
  }
}
