package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import java.util.List;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request does not have the shape that its route needs: the wire's 422. */
public final class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidRequest(Violation violation) {
    this(List.of(violation));
  }

  public InvalidRequest(List<Violation> violations) {
    super(violations.toString(), null, false, false);
    this.violations = List.copyOf(violations);
  }

  ResponseEntity<JsonNode> answer() {
    ObjectNode body = Json.object();
    ArrayNode detail = body.putArray("detail");
    violations.forEach(violation -> detail.add(violation.body()));
    return Answers.json(422, body);
  }
}
