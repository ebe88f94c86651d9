package io.orchestrator4j.server.product;

import io.orchestrator4j.catalogue.EditOutcome;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.workflow.Caller;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of things in the catalogue that are shown by their ids, and of which the description can be changed.
 *
 * @param name what codes and paths call it
 * @param title what the wire calls it where one to be changed is not there
 */
record Described(String name, String title, Function<UUID, Optional<ObjectNode>> find, Edit edit) {

  /** Changes the description of a thing; nothing happens where there is none of this id. */
  @FunctionalInterface
  interface Edit {
    EditOutcome describe(Caller caller, UUID id, String description);
  }

  ResponseEntity<JsonNode> show(String idText) {
    // the wire has these words for whoever only looks
    return answer(200, id(idText), "Not Found");
  }

  ResponseEntity<JsonNode> change(String idText, @Nullable String reporter, JsonBody body) {
    UUID id = id(idText);
    Caller caller = Callers.named(reporter);
    String description = Changes.ofDescription(body).description();
    if (description != null) {
      EditOutcome _ = edit.describe(caller, id, description);
    }
    return answer(201, id, "%s id %s not found".formatted(title, id));
  }

  private UUID id(String text) {
    return Parameters.uuid(name + "_id", text);
  }

  private ResponseEntity<JsonNode> answer(int status, UUID id, String notFound) {
    return find.apply(id)
        .map(found -> Answers.json(status, found))
        .orElseThrow(() -> new Problem(404, name + "_not_found", notFound).refused());
  }
}
