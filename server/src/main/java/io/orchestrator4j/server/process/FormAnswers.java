package io.orchestrator4j.server.process;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.InvalidPage;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.value.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers of the form protocol, as long as a form is not complete. */
final class FormAnswers {

  private FormAnswers() {}

  /** One more page is to be filled in. */
  static ResponseEntity<JsonNode> nextPage(FormOutcome.NextPage<?> page) {
    return Answers.json(510, incomplete(page));
  }

  /**
   * One more page is to be filled in, of a process that waits.
   *
   * @param place where it waits
   */
  static ResponseEntity<JsonNode> nextPage(FormOutcome.NextPage<?> page, @Nullable String place) {
    return Answers.json(510, incomplete(page).put("place", place));
  }

  private static ObjectNode incomplete(FormOutcome.NextPage<?> page) {
    ObjectNode body = Json.object()
        .put("type", "FormNotCompleteError")
        .put("detail", Json.write(page.schema()))
        .put("title", "Form not complete")
        .put("status", 510);
    body.set("form", page.schema());
    Boolean hasNext = page.hasNext();
    if (hasNext == null) {
      body.putNull("meta");
    } else {
      body.putObject("meta").put("hasNext", hasNext.booleanValue());
    }
    return body;
  }

  /** A page is refused. */
  static ResponseEntity<JsonNode> invalid(FormOutcome.Invalid<?> invalid) {
    InvalidPage page = invalid.page();
    ObjectNode body = Json.object()
        .put("type", "FormValidationError")
        .put("detail", page.detail())
        .put("title", "Form not valid")
        .put("status", 400);
    body.set("validation_errors", page.errors());
    return Answers.json(400, body);
  }

  /** More pages came than the form has. */
  static ResponseEntity<JsonNode> overflow(FormOutcome.Overflow<?> overflow) {
    return Answers.json(
        500,
        Json.object()
            .put("type", "FormOverflowError")
            .put(
                "detail",
                "Did not process all user_inputs (%d remaining)".formatted(overflow.remaining()))
            .put("title", "Internal Server Error")
            .put("status", 500));
  }
}
