package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who did what to a process, and to nodes. */
final class AuditReadsTest {

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
  void whatOperatorsDidIsToldByNameAndOutlastsTheProcess() {
    String id = server.run("asking");
    assertThat(audit(id).json()).isEmpty();

    server.send("PATCH", "/api/processes/" + id + "?reporter=nora", "{\"note\":\"secret\"}");
    server.send(
        "PUT", "/api/processes/" + id + "/resume?reporter=rob", "[{\"answer\":\"secret\"}]");
    server.quiet();
    server.send("DELETE", "/api/processes/" + id + "?reporter=dana", "");

    Answer answer = audit(id);
    assertThat(answer.json().valueStream().map(AuditReadsTest::text))
        .containsExactly("nora note asking", "rob resume asking", "dana delete asking");
    assertThat(answer.text()).doesNotContain("secret");
    assertThat(answer.json().get(0).propertyNames())
        .containsExactly(
            "audit_id", "at", "actor", "actor_kind", "action", "process_id", "subject", "details");
    assertThat(answer.json().get(0).get("at").isNumber()).isTrue();
  }

  @Test
  void aProcessThatNeverWasIsNotFound() {
    String id = UUID.randomUUID().toString();

    assertProblem(
        audit(id), 404, "process_not_found", "Process with process_id %s not found".formatted(id));
  }

  @Test
  void aNodeIsListedDrainedAndGoesOn() {
    JsonNode node = server.get("/api/nodes/").json().get(0);
    String path = "/api/nodes/%s/drain?reporter=oda".formatted(node.get("name").asString());

    assertThat(node.get("state").asString()).isEqualTo("live");
    assertThat(server.send("PUT", path, "{\"draining\":true}").status()).isEqualTo(200);
    assertThat(server.get("/api/nodes/").json().at("/0/state").asString()).isEqualTo("draining");
    assertThat(server.send("PUT", path, "{\"draining\":false}").status()).isEqualTo(200);
    assertThat(server.get("/api/nodes/").json().at("/0/state").asString()).isEqualTo("live");
    assertProblem(
        server.send("PUT", "/api/nodes/nobody/drain", "{\"draining\":true}"),
        404,
        "node_not_found",
        "There is no node 'nobody' at work");
    assertThat(server.orchestrator().audit().latest(2))
        .extracting(entry -> entry.actor() + " " + entry.action())
        .containsExactly("oda resume_node", "oda drain_node");
  }

  private static Answer audit(String id) {
    return server.get("/api/processes/%s/audit".formatted(id));
  }

  private static String text(JsonNode entry) {
    return "%s %s %s"
        .formatted(
            entry.get("actor").asString(),
            entry.get("action").asString(),
            entry.get("subject").asString());
  }
}
