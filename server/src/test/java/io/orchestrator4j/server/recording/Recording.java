package io.orchestrator4j.server.recording;

import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A conversation with the reference, request by request, with placeholders for what differs from run to run. */
record Recording(String name, List<Exchange> exchanges) {

  /** One request and its recorded answer. */
  record Exchange(
      int number,
      String label,
      String method,
      String path,
      @Nullable JsonNode body,
      Map<String, String> requestHeaders,
      int status,
      Map<String, String> headers,
      @Nullable JsonNode json,
      @Nullable String text) {

    /** The body as it goes over the wire. The recordings write most texts as they were sent, but not this one. */
    @Nullable
    String bodyText() {
      if (body == null) {
        return null;
      }
      boolean asItStands = body.isString() && !label.equals("a string");
      return asItStands ? body.asString() : Json.write(body);
    }
  }

  static Recording named(String name) {
    return from(name, resource(name + ".json"));
  }

  static Recording from(String name, JsonNode json) {
    List<Exchange> exchanges = new ArrayList<>();
    for (JsonNode request : json.get("requests")) {
      exchanges.add(new Exchange(
          request.get("n").asInt(),
          request.path("label").asString(""),
          request.get("method").asString(),
          request.get("path").asString(),
          request.get("body"),
          texts(request.path("request_headers")),
          request.get("status").asInt(),
          texts(request.path("headers")),
          request.has("text") ? null : request.get("json"),
          request.has("text") ? request.get("text").asString() : null));
    }
    return new Recording(name, exchanges);
  }

  static JsonNode resource(String file) {
    try (InputStream in = Recording.class.getResourceAsStream("/recordings/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no recordings/" + file);
      }
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same with placeholders for the versions of subscriptions: {@code <version-4>} where a client sends one back,
   * {@code <number>} in the states of processes.
   */
  Recording withoutVersions() {
    return new Recording(
        name,
        exchanges.stream()
            .map(each -> new Exchange(
                each.number,
                each.label,
                each.method,
                each.path,
                each.body == null ? null : Versions.hidden(each.body),
                each.requestHeaders,
                each.status,
                each.headers,
                each.json == null ? null : Versions.hidden(each.json),
                each.text))
            .toList());
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    return texts;
  }
}
