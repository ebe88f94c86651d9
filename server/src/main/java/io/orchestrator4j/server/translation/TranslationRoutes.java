package io.orchestrator4j.server.translation;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.InvalidRequest;
import io.orchestrator4j.server.web.Violation;
import io.orchestrator4j.translation.Translations;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What fields and workflows are called. */
@RestController
final class TranslationRoutes {

  private static final String LANGUAGE = "^[a-z]+-[A-Z]+$";

  private final Orchestrator orchestrator;

  TranslationRoutes(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  @Operation(
      summary = "What fields and workflows are called in a language such as en-GB",
      description = "An empty object where nothing is said in that language.")
  @GetMapping("/api/translations/{language}")
  ResponseEntity<JsonNode> translations(@PathVariable("language") String language) {
    if (!Translations.isLanguage(language)) {
      throw new InvalidRequest(Violation.noMatch(List.of("path", "language"), language, LANGUAGE));
    }
    return Answers.json(200, orchestrator.translations().in(language));
  }
}
