package io.orchestrator4j.server.nodes;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.node.NodeInfo;
import io.orchestrator4j.node.NodeRole;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.web.WireTime;
import io.orchestrator4j.value.Json;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists nodes, and drains them. */
@RestController
@RequestMapping("/api/nodes")
final class NodesRoutes {

  private static final double MILLIS = 1000.0;

  private final Orchestrator orchestrator;

  NodesRoutes(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  @Operation(summary = "The nodes on this database, those at work first")
  @GetMapping
  ResponseEntity<JsonNode> nodes() {
    ArrayNode nodes = Json.mapper().createArrayNode();
    orchestrator.nodes().forEach(info -> nodes.add(body(info)));
    return Answers.json(200, nodes);
  }

  @Operation(
      summary = "Let a node end what it is at and begin nothing, or go on",
      description = "{\"draining\": true} or false, for a node's name or id.")
  @PutMapping("/{node}/drain")
  ResponseEntity<JsonNode> drain(
      @PathVariable("node") String node,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    boolean draining = Parameters.booleanOf(body.object(), "draining");
    int told = orchestrator.operations().drain(Callers.named(reporter), node, draining);
    return told == 0
        ? new Problem(404, "node_not_found", "There is no node '%s' at work".formatted(node))
            .answer()
        : Answers.json(200, Json.object().put("told", told));
  }

  private static ObjectNode body(NodeInfo info) {
    ObjectNode body = Json.object();
    body.put("node_id", info.node().nodeId().toString());
    body.put("name", info.node().name());
    body.put("state", info.state().name().toLowerCase(Locale.ROOT));
    body.put("roles", NodeRole.text(info.node().roles()));
    body.put("running", info.running());
    body.put("host", info.node().host());
    body.put("pid", info.node().pid());
    body.put("started_at", WireTime.seconds(info.node().startedAt()));
    Duration silence = info.silence();
    body.put("silent_seconds", silence == null ? null : silence.toMillis() / MILLIS);
    return body;
  }
}
