package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The options by which a form is filled in. */
final class PageOptions {

  @ArgGroup
  private @Nullable Source source;

  /** One of two ways. */
  static final class Source {

    @Option(
        names = "--page",
        paramLabel = "<json>",
        description =
            "A page of the form, such as '{\"group_name\": \"ops\"}'; once per page, in order.")
    private List<String> pages = new ArrayList<>();

    @Option(
        names = "--input",
        paramLabel = "<file>",
        description = "A file with all pages: a JSON array of objects.")
    private @Nullable Path input;
  }

  boolean isGiven() {
    return source != null;
  }

  List<ObjectNode> pages() {
    List<ObjectNode> pages = new ArrayList<>();
    if (source == null) {
      return pages;
    }
    if (source.input != null) {
      JsonNode array = read(text(source.input), source.input.toString());
      if (!array.isArray()) {
        throw wrong("%s holds no array of pages: expected [{...}, ...]".formatted(source.input));
      }
      array.forEach(page -> pages.add(object(page, String.valueOf(source.input))));
    }
    source.pages.forEach(page -> pages.add(object(read(page, "--page"), "--page")));
    return pages;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw wrong("%s cannot be read: %s".formatted(file, e));
    }
  }

  private static JsonNode read(String text, String place) {
    try {
      return Json.read(text);
    } catch (JacksonException e) {
      throw wrong("%s is no JSON: %s".formatted(place, e.getOriginalMessage()));
    }
  }

  private static ObjectNode object(JsonNode page, String place) {
    if (page instanceof ObjectNode object) {
      return object;
    }
    throw wrong("%s has %s as a page: expected an object such as {\"group_name\": \"ops\"}"
        .formatted(place, page));
  }

  private static CommandFailure wrong(String message) {
    return new CommandFailure(ExitCode.WRONG_USAGE, message);
  }
}
