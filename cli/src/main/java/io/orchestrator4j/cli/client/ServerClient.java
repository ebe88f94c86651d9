package io.orchestrator4j.cli.client;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Program;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A running server, as its REST interface shows it. Thread-safe. */
public final class ServerClient {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String url;
  private final String reporter;

  /** The server at a URL, called in somebody's name. */
  public ServerClient(String url, String reporter) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.reporter = reporter;
  }

  /** Starts a process with all pages of its form. */
  public ServerAnswer start(String workflow, List<ObjectNode> pages) {
    return send(
        request("/api/processes/%s?reporter=%s".formatted(encoded(workflow), encoded(reporter)))
            .POST(body(pages)));
  }

  /** A process with its timeline. */
  public ServerAnswer process(String processId) {
    return send(request("/api/processes/" + encoded(processId)).GET());
  }

  /** Processes, the newest first. */
  public ServerAnswer processes(int limit, String filter) {
    return send(request("/api/processes/?range=0,%d&sort=started_at,desc&filter=%s"
            .formatted(limit, encoded(filter)))
        .GET());
  }

  /**
   * Answers a suspended process, or retries a failed one.
   *
   * @param place where the process was seen, so that nobody answers a question that another one has answered
   */
  public ServerAnswer resume(String processId, List<ObjectNode> pages, @Nullable String place) {
    HttpRequest.Builder request = request(
            "/api/processes/%s/resume?reporter=%s".formatted(encoded(processId), encoded(reporter)))
        .PUT(body(pages));
    return send(place == null ? request : request.header("If-Match", place));
  }

  /** Aborts a process. */
  public ServerAnswer abort(String processId) {
    return send(request(
            "/api/processes/%s/abort?reporter=%s".formatted(encoded(processId), encoded(reporter)))
        .PUT(BodyPublishers.noBody()));
  }

  /** What people did to a process. */
  public ServerAnswer audit(String processId) {
    return send(request("/api/processes/%s/audit".formatted(encoded(processId))).GET());
  }

  /**
   * Processes from behind another one on, the newest first.
   *
   * @param last the last process of the list so far; null for its beginning
   */
  public ServerAnswer processesBehind(@Nullable JsonNode last, int limit, String filter) {
    String after = last == null
        ? ""
        : last.path("started_at").asString("") + "," + last.path("process_id").asString("");
    return send(request("/api/processes/?range=0,%d&filter=%s&after=%s"
            .formatted(limit, encoded(filter), encoded(after)))
        .GET());
  }

  /** All workflows and tasks. */
  public ServerAnswer workflows() {
    return send(request("/api/workflows/").GET());
  }

  /** All products. */
  public ServerAnswer products() {
    return send(request("/api/products/").GET());
  }

  /** Subscriptions that match a query in the search language, the latest first. */
  public ServerAnswer search(String query, int limit) {
    return send(
        request("/api/subscriptions/search?range=0,%d&query=%s".formatted(limit, encoded(query)))
            .GET());
  }

  /**
   * Subscriptions, the latest first.
   *
   * @param filters by name, as in {@code status}, {@code active}
   */
  public ServerAnswer subscriptions(int limit, Map<String, String> filters) {
    StringBuilder path = new StringBuilder("/api/subscriptions/?range=0," + limit);
    filters.forEach(
        (name, value) -> path.append('&').append(name).append('=').append(encoded(value)));
    return send(request(path.toString()).GET());
  }

  /** A subscription with its blocks. */
  public ServerAnswer subscription(String subscriptionId) {
    return send(
        request("/api/subscriptions/domain-model/" + encoded(subscriptionId)).GET());
  }

  /** What may start on a subscription. */
  public ServerAnswer actions(String subscriptionId) {
    return send(
        request("/api/subscriptions/workflows/" + encoded(subscriptionId)).GET());
  }

  /** Whether the engine runs. */
  public ServerAnswer engineStatus() {
    return send(request("/api/settings/status").GET());
  }

  /** Pauses the engine, or lets it go on. */
  public ServerAnswer pause(boolean pause) {
    String body = Json.write(Json.object().put("global_lock", pause));
    return send(request("/api/settings/status?reporter=" + encoded(reporter))
        .PUT(BodyPublishers.ofString(body)));
  }

  /** The nodes on the server's database. */
  public ServerAnswer nodes() {
    return send(request("/api/nodes/").GET());
  }

  /** Tells nodes to drain, or to go on. */
  public ServerAnswer drain(String nameOrId, boolean draining) {
    String body = Json.write(Json.object().put("draining", draining));
    return send(
        request("/api/nodes/%s/drain?reporter=%s".formatted(encoded(nameOrId), encoded(reporter)))
            .PUT(BodyPublishers.ofString(body)));
  }

  /** Whether the server answers at all. */
  public boolean isHealthy() {
    try {
      return send(request("/api/health/").GET()).isSuccess();
    } catch (CommandFailure _) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    try {
      return HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "application/json");
    } catch (IllegalArgumentException _) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "%s is no URL of a server; expected one like http://127.0.0.1:8080".formatted(url));
    }
  }

  private ServerAnswer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new ServerAnswer(response.statusCode(), tree(response.body()));
    } catch (IOException _) {
      throw new CommandFailure(
          ExitCode.NOT_REACHABLE,
          "No server answers at %s. Start one with \"%s\", or name another with --url"
              .formatted(url, Program.command("run")));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Interrupted");
    }
  }

  private JsonNode tree(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : Json.read(text);
    } catch (JacksonException _) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "What answers at %s is no orchestrator: expected JSON, found %s"
              .formatted(url, text.substring(0, Math.min(text.length(), 80))));
    }
  }

  private static HttpRequest.BodyPublisher body(List<ObjectNode> pages) {
    ArrayNode array = Json.mapper().createArrayNode();
    pages.forEach(array::add);
    return BodyPublishers.ofString(Json.write(array));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
