package io.orchestrator4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer;
import org.junit.jupiter.api.Test;

/** A server that only runs processes. */
final class ApiRoleTest {

  @Test
  void aServerWithoutTheRoleAnswersNothingButItsHealth() {
    try (TestingServer server =
        TestingServer.start(EchoApplication.class, "orchestrator.node.roles=worker")) {
      TestingServer.Answer refused = server.get("/api/echo");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.json().get("code").asString()).isEqualTo("no_api_role");
      assertThat(server.get("/api/health/").status()).isNotEqualTo(503);
    }
  }
}
