package io.orchestrator4j.server.enginestatus;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.engine.EngineStatus;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows and turns the switch by which operators pause the engine. */
@RestController
@RequestMapping("/api/settings/status")
final class EngineStatusRoutes {

  private final Orchestrator orchestrator;

  EngineStatusRoutes(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  @Operation(summary = "Whether the engine runs, is being paused, or is paused")
  @GetMapping
  ResponseEntity<JsonNode> status() {
    return body(orchestrator.engineStatus());
  }

  @Operation(
      summary = "Pause the engine on all nodes, or let it go on",
      description =
          "{\"global_lock\": true} pauses: steps that are under way end, nothing starts or goes on. What holds already is no change.")
  @PutMapping
  ResponseEntity<JsonNode> change(
      @RequestParam(required = false) @Nullable String reporter, JsonBody body) {
    boolean paused = Parameters.booleanOf(body.object(), "global_lock");
    Caller caller = Callers.named(reporter);
    Operations operations = orchestrator.operations();
    return body(paused ? operations.pauseEngine(caller) : operations.resumeEngine(caller));
  }

  private static ResponseEntity<JsonNode> body(EngineStatus status) {
    return Answers.json(
        200,
        Json.object()
            .put("global_lock", status.paused())
            .put("global_status", status.state().name())
            .put("running_processes", status.runningProcesses()));
  }
}
