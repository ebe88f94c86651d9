package io.orchestrator4j.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The replay itself, against a server that knows nothing but the shapes of requests. */
final class ReplayTest {

  private static final Set<Integer> SHAPES = Set.of(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 22);
  private static final String CODE =
      "[{\"reason\": \"codes\", \"ours\": {\"json.code\": \"<any>\"}}]";
  private static TestingServer server;

  @SpringBootApplication
  static class Application {

    @RestController
    static class Shapes {

      @PostMapping("/api/processes/{workflow}")
      ResponseEntity<JsonNode> start(
          @PathVariable("workflow") String workflow,
          @RequestParam(required = false) @Nullable String reporter,
          JsonBody body) {
        Parameters.text("reporter", reporter, 100);
        body.pages();
        return new Problem(404, "unknown_workflow", "Workflow does not exist").answer();
      }

      @GetMapping("/api/processes/{id}")
      ResponseEntity<JsonNode> find(@PathVariable("id") String id) {
        return Answers.json(200, Parameters.uuid("process_id", id));
      }
    }
  }

  @BeforeAll
  static void start() {
    server = TestingServer.start(Application.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theShapesOfRequestsAreCheckedAsRecorded() {
    Differences differences = differences(CODE);

    assertThat(shapes(differences)).isEmpty();
    assertThat(differences.gone()).isEmpty();
  }

  @Test
  void whatIsNotOnTheListIsTold() {
    assertThat(shapes(differences("[]")))
        .hasSize(2)
        .first()
        .asString()
        .isEqualTo(
            "start_no_form 13 \"\": json.code is recorded as null and ours is \"unknown_workflow\"");
  }

  @Test
  void aDifferenceThatIsGoneIsTold() {
    Differences differences = differences("""
        [{"reason": "none", "recording": "start_no_form", "requests": [13, 22], "ours": {"json.code": "<any>", "status": 500}}]
        """);

    shapes(differences);

    assertThat(differences.gone())
        .extracting(Differences.Expected::path, Differences.Expected::number)
        .containsExactlyInAnyOrder(
            tuple("json.code", 22), tuple("status", 13), tuple("status", 22));
  }

  @Test
  void anotherValueOfOursThanTheListedOneIsTold() {
    Differences differences =
        differences("[{\"reason\": \"none\", \"ours\": {\"json.code\": \"unknown\"}}]");

    assertThat(shapes(differences)).hasSize(2);
  }

  @Test
  void placeholdersStandForOneValueEach() {
    Placeholders placeholders = new Placeholders();
    String one = "11111111-1111-4111-8111-111111111111";
    String other = "22222222-2222-4222-8222-222222222222";

    assertThat(
            match(placeholders, "Process <id-1> not found", "Process %s not found".formatted(one)))
        .isTrue();
    assertThat(match(placeholders, "<id-1>", one)).isTrue();
    assertThat(match(placeholders, "<id-1>", other)).isFalse();
    assertThat(match(placeholders, "<id-2>", one)).isFalse();
    assertThat(placeholders.fill("/<id-1>")).isEqualTo("/" + one);
  }

  @Test
  void timesHaveTheirRecordedShape() {
    Placeholders placeholders = new Placeholders();
    String shape = "<time:isoTs.+00:00>";

    assertThat(match(placeholders, shape, "2026-11-23T09:50:00.123456+00:00")).isTrue();
    assertThat(match(placeholders, shape, "2026-11-23T09:50:00+00:00")).isFalse();
    assertThat(match(placeholders, "<time:isoTs+00:00>", "2026-11-23T09:50:00+00:00"))
        .isTrue();
    assertThat(match(placeholders, "<time:number>", 1795400423.469918)).isTrue();
    assertThat(match(placeholders, "<time:number>", "1795400423.469918")).isFalse();
  }

  private static boolean match(Placeholders placeholders, Object recorded, Object ours) {
    return placeholders.match(Json.toTree(recorded), Json.toTree(ours));
  }

  private static List<String> shapes(Differences differences) {
    return new Replay(server, differences, Map.of())
        .run(Recording.named("start_no_form"), exchange -> SHAPES.contains(exchange.number()));
  }

  private static Differences differences(String json) {
    return Differences.from(Json.read(json));
  }
}
