package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON that came with a request, or nothing (no body and {@code null} are the same on this wire). A handler takes
 * it as a parameter and asks for the shape that it needs; another shape is an {@link InvalidRequest}.
 */
public record JsonBody(@Nullable JsonNode json) {

  private static final List<Object> BODY = List.of("body");

  /** Whatever was sent, but something. */
  public JsonNode required() {
    if (json == null || json.isNull()) {
      throw new InvalidRequest(Violation.missing(BODY));
    }
    return json;
  }

  /** The pages of a form: a list of objects. */
  public List<ObjectNode> pages() {
    JsonNode sent = required();
    if (!sent.isArray()) {
      throw new InvalidRequest(Violation.noList(BODY, sent));
    }
    List<ObjectNode> pages = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      if (sent.get(index) instanceof ObjectNode page) {
        pages.add(page);
      } else {
        violations.add(Violation.noObject(List.of("body", index), sent.get(index)));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidRequest(violations);
    }
    return pages;
  }

  /** The pages of a form, where an empty list and an empty object both mean one page without input. */
  public List<ObjectNode> pagesOrOneEmpty() {
    JsonNode sent = required();
    return sent.isContainer() && sent.isEmpty() ? List.of(Json.object()) : pages();
  }

  /** An object with known keys. */
  public ObjectNode object() {
    if (required() instanceof ObjectNode object) {
      return object;
    }
    throw new InvalidRequest(Violation.noModel(BODY, required()));
  }
}
