package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A refusal in the wire's form, plus a stable code for programs. The code stands in the body, not in a header, since
 * that is what clients keep and log, and what RFC 9457 has extension members for.
 */
public record Problem(int status, String code, String detail) {

  /** The answer that a caller gets. */
  public ResponseEntity<JsonNode> answer() {
    return Answers.json(status, body());
  }

  /** This problem as an exception, from where it cannot be returned. */
  public Refused refused() {
    return new Refused(this);
  }

  ObjectNode body() {
    return Json.object()
        .put("detail", detail)
        .put("status", status)
        .put("title", title(status))
        .put("code", code);
  }

  /** The reason phrases that the wire has; newer standards renamed two of them. */
  static String title(int status) {
    return switch (status) {
      case 413 -> "Request Entity Too Large";
      case 422 -> "Unprocessable Entity";
      default -> {
        HttpStatus known = HttpStatus.resolve(status);
        yield known == null ? "Error" : known.getReasonPhrase();
      }
    };
  }
}
