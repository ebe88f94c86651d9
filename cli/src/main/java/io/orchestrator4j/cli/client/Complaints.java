package io.orchestrator4j.cli.client;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the server has against an input, a line for each: where it is, and what is wrong there. */
public final class Complaints {

  private Complaints() {}

  public static String of(JsonNode errors) {
    return errors
        .valueStream()
        .map(error -> "%s: %s".formatted(place(error), error.path("msg").asString("")))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String place(JsonNode error) {
    String path = error
        .path("loc")
        .valueStream()
        .map(part -> part.asString(part.toString()))
        .collect(Collectors.joining("."));
    return path.equals("__root__") ? "the page" : path;
  }
}
