package io.orchestrator4j.cli.client;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Program;
import io.orchestrator4j.value.Json;
import tools.jackson.databind.JsonNode;

/** What the server answered: a status, and a body that may be missing. */
public record ServerAnswer(int status, JsonNode body) {

  private static final int FORM_NOT_COMPLETE = 510;
  private static final int FORM_NOT_VALID = 400;
  private static final String ENGINE_PAUSED = "engine_paused";

  /** Whether the server did what it was asked for. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether it asks for one more page of a form. */
  public boolean asksForPage() {
    return status == FORM_NOT_COMPLETE && body.path("form").isObject();
  }

  /** Whether it says what is wrong with a page. */
  public boolean refusesPage() {
    return status == FORM_NOT_VALID && body.path("validation_errors").isArray();
  }

  /**
   * The body of a success.
   *
   * @throws CommandFailure with the server's reason, if it is none
   */
  public JsonNode orFail() {
    if (isSuccess()) {
      return body;
    }
    throw new CommandFailure(ExitCode.FAILED, reason());
  }

  private String reason() {
    JsonNode detail = body.path("detail");
    if (detail.isString()) {
      return body.path("code").asString("").equals(ENGINE_PAUSED)
          ? "%s: %s says by whom it was paused, %s lets it go on"
              .formatted(
                  detail.asString(),
                  Program.command("engine", "status"),
                  Program.command("engine", "resume"))
          : detail.asString();
    }
    return detail.isArray()
        ? Complaints.of(detail)
        : "The server answered with status %d: %s".formatted(status, Json.write(body));
  }
}
