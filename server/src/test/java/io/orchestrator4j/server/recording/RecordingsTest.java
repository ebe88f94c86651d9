package io.orchestrator4j.server.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Our answers in the recorded conversations, apart from the deliberate differences. */
final class RecordingsTest {

  private static final Map<String, UnaryOperator<JsonNode>> PROJECTIONS = Map.ofEntries(
      Map.entry("start_no_form/19", RecordingsTest::whoDidIt),
      Map.entry("input_resume/16", RecordingsTest::howFarItIs),
      Map.entry("user_group/22", problem -> problem.get("status")),
      Map.entry("user_group/23", RecordingsTest::someSubscriptions),
      Map.entry("user_group/32", RecordingsTest::errorsWithoutInput),
      Map.entry("user_group/42", RecordingsTest::names),
      Map.entry("user_group/43", RecordingsTest::names),
      Map.entry("user_group/44", RecordingsTest::names),
      Map.entry("user_group/45", RecordingsTest::names),
      Map.entry("user_group/46", RecordingsTest::names),
      Map.entry("user_group/47", RecordingsTest::names));

  // the reference refuses what these send; here they would start processes that the rest of the
  // conversation does not have
  private static final Set<String> EMPTY_NOTES = Set.of("user_group/30", "user_group/31");

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Orchestrator orchestrator() {
      OrchestratorConfiguration configuration =
          Orchestrator.on(TestingDatabase.dataSource()).schema(TestingDatabase.freshSchema());
      return configuration
          .workflows(
              new RecordedWorkflows(),
              new RecordedGroups(configuration.subscriptions()),
              new RecordedUsers(configuration.subscriptions()))
          .start();
    }
  }

  private static final Differences DIFFERENCES = Differences.read();
  private static TestingServer server;

  @BeforeAll
  static void start() {
    server = TestingServer.startOrchestrated(Application.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theAnswersAreTheRecordedOnesAndNoDifferenceIsGone() {
    Replay replay = new Replay(server, DIFFERENCES, PROJECTIONS);
    List<String> complaints =
        List.of("start_no_form", "form_pages", "input_resume", "fail_retry", "user_group").stream()
            .map(Recording::named)
            .flatMap(recording -> replay
                .run(
                    recording,
                    each -> !EMPTY_NOTES.contains(recording.name() + "/" + each.number()))
                .stream())
            .toList();

    assertThat(complaints).isEmpty();
    assertThat(DIFFERENCES.gone()).isEmpty();
  }

  private static JsonNode whoDidIt(JsonNode process) {
    Set<String> names = process
        .get("steps")
        .valueStream()
        .map(step -> "'%s'".formatted(step.get("created_by").asString()))
        .collect(Collectors.toCollection(TreeSet::new));
    return Json.toTree(List.of(
        process.get("created_by"),
        "{%s}".formatted(String.join(", ", names)),
        process.at("/current_state/reporter")));
  }

  private static JsonNode someSubscriptions(JsonNode problem) {
    return ((ObjectNode) problem)
        .put("detail", problem.get("detail").asString().replaceAll("\\d+", "N"));
  }

  private static JsonNode errorsWithoutInput(JsonNode problem) {
    JsonNode errors = problem.path("validation_errors");
    errors.forEach(error -> ((ObjectNode) error).remove("input"));
    return errors;
  }

  private static JsonNode names(JsonNode processes) {
    return Json.toTree(
        processes.valueStream().map(process -> process.get("workflow_name")).toList());
  }

  private static JsonNode howFarItIs(JsonNode process) {
    return Json.toTree(List.of(
        process.get("last_status"),
        process.get("last_step"),
        process.get("assignee"),
        process.get("steps").size()));
  }
}
