package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * Answers as the wire has them: always JSON, whatever the request's {@code Accept} says, and with a content type even
 * where there is no content.
 */
public final class Answers {

  private Answers() {}

  /** A JSON answer. */
  public static ResponseEntity<JsonNode> json(int status, @Nullable Object value) {
    return json(status, value, HttpHeaders.EMPTY);
  }

  /** A JSON answer with further headers. */
  public static ResponseEntity<JsonNode> json(
      int status, @Nullable Object value, HttpHeaders headers) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.toTree(value));
  }

  /** A 204. */
  public static ResponseEntity<JsonNode> nothing() {
    return ResponseEntity.noContent()
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
        .build();
  }

  /** The bare form of an error that concerns no feature: unknown route, wrong method. */
  static ResponseEntity<JsonNode> plain(int status, String detail, HttpHeaders headers) {
    return json(status, Json.object().put("detail", detail), headers);
  }
}
