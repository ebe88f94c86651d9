package io.orchestrator4j.server.health;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Whether this server works, and what it is. */
@RestController
final class HealthRoutes {

  private final Orchestrator orchestrator;

  HealthRoutes(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  @Operation(summary = "Whether this server can work")
  @GetMapping("/api/health")
  ResponseEntity<JsonNode> health() {
    return orchestrator.isHealthy()
        ? Answers.json(200, "OK")
        : new Problem(
                500,
                "database_unavailable",
                "The database cannot be reached; running processes wait for it")
            .answer();
  }

  @Operation(summary = "What this is")
  @GetMapping("/")
  ResponseEntity<JsonNode> name() {
    return Answers.json(200, "Orchestrator4j");
  }
}
