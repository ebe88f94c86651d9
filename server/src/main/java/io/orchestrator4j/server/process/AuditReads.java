package io.orchestrator4j.server.process;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.WireTime;
import io.orchestrator4j.value.Json;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What operators did to a process. */
@RestController
@RequestMapping("/api/processes")
final class AuditReads {

  private final Orchestrator orchestrator;

  AuditReads(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  @Operation(
      summary = "What operators did to a process, in order",
      description =
          "Who started it is in the process itself. What was done to a deleted process stays known.")
  @GetMapping("/{process_id}/audit")
  ResponseEntity<JsonNode> audit(@PathVariable("process_id") String id) {
    ProcessId processId = new ProcessId(Parameters.uuid("process_id", id));
    List<AuditEntry> entries = orchestrator.audit().of(processId.value());
    if (entries.isEmpty()) {
      // nothing was done to it, or it never was
      orchestrator.reader().requireThere(processId);
    }
    return Answers.json(200, entries.stream().map(AuditReads::body).toList());
  }

  private static ObjectNode body(AuditEntry entry) {
    ObjectNode body = Json.object()
        .put("audit_id", entry.auditId().toString())
        .put("at", WireTime.seconds(entry.at()))
        .put("actor", entry.actor())
        .put("actor_kind", entry.actorKind())
        .put("action", entry.action())
        .put("process_id", String.valueOf(entry.processId()))
        .put("subject", entry.subject());
    body.set("details", entry.details());
    return body;
  }
}
