package io.orchestrator4j.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.workflow.ApiUnavailable;
import io.orchestrator4j.workflow.InconsistentData;
import io.orchestrator4j.workflow.ProcessFailure;
import io.orchestrator4j.workflow.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Steps that go wrong, as operators see them. */
final class FailuresTest {

  private static ProcessServer server;

  @BeforeAll
  static void start() {
    server = ProcessServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aResultThatIsNoJsonFailsTheStep() {
    JsonNode failure = failureOf(() -> State.of("thing", new Object()));

    assertThat(failure.get("error").asString()).contains("java.lang.Object is not JSON");
  }

  @Test
  void aTextWithNulFailsTheStepAndSaysWhereItIs() {
    JsonNode failure = failureOf(() -> Map.of("names", List.of("ann", "b\0b")));

    assertThat(failure.get("error").asString())
        .startsWith("'names'[1] contains the character U+0000");
  }

  @Test
  void aMissingParameterFailsTheStepAndNamesTheKeysThatAreThere() {
    JsonNode process = server.process(server.run("needing"));

    assertThat(process.get("last_status").asString()).isEqualTo("failed");
    assertThat(process.get("failed_reason").asString())
        .contains("'groupName' (java.lang.String) reads the key 'group_name', which is missing")
        .contains("The State has: process_id, reporter, workflow_name, workflow_target");
  }

  @Test
  void anErrorFailsTheStepAndTheServerGoesOn() {
    JsonNode failure = failureOf(() -> {
      throw new StackOverflowError("too deep");
    });

    assertThat(failure.get("class").asString()).isEqualTo("StackOverflowError");
    assertThat(failure.get("error").asString()).isEqualTo("too deep");
  }

  @Test
  void aStateAboveTheLimitFailsTheStepWithACode() {
    JsonNode failure = failureOf(() -> State.of("large", "x".repeat(17 * 1024 * 1024)));

    assertThat(failure.at("/details/code").asString()).isEqualTo("state_too_large");
    assertThat(failure.at("/details/largest_key").asString()).isEqualTo("large");
  }

  @Test
  void detailsOfAFailureAreShown() {
    JsonNode failure = failureOf(() -> {
      throw new ProcessFailure("no port is free", List.of(1, "two"));
    });

    assertThat(failure.get("class").asString()).isEqualTo("ProcessFailure");
    assertThat(failure.get("details").toString()).isEqualTo("[1,\"two\"]");
  }

  @Test
  void tasksShowWhatKindOfFailureItWas() {
    assertStatus("inconsistent_data", "NOC", () -> {
      throw new InconsistentData("they differ");
    });
    assertStatus("api_unavailable", "SYSTEM", () -> {
      throw new ApiUnavailable("no answer");
    });
  }

  private static void assertStatus(String status, String assignee, TestingWorkflows.Deed deed) {
    server.workflows().deed = deed;
    JsonNode process = server.process(server.run("acting"));
    assertThat(process.get("last_status").asString()).isEqualTo(status);
    assertThat(process.get("assignee").asString()).isEqualTo(assignee);
  }

  /** The record of the failed step; its process can be retried. */
  private static JsonNode failureOf(TestingWorkflows.Deed deed) {
    server.workflows().deed = deed;
    String id = server.run("acting");
    JsonNode process = server.process(id);
    assertThat(process.get("last_status").asString()).isEqualTo("failed");
    assertThat(server.steps(id))
        .containsExactly("Start success", "Act failed", "Act pending", "Done pending");
    server.workflows().deed = State::empty;
    server.resume(id, "{}");
    server.quiet();
    assertThat(server.status(id)).isEqualTo("completed");
    return process.at("/steps/1/state");
  }
}
