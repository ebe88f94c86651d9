package io.orchestrator4j.server.recording;

import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.server.recording.Recording.Exchange;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Sends a recording's requests to a server, in order, and tells where the answers are not the recorded ones. */
final class Replay {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration GLANCE = Duration.ofMillis(20);
  private static final Pattern PROCESS = Pattern.compile("/api/processes/<id-\\d+>");

  private final TestingServer server;
  private final Differences differences;
  private final Map<String, UnaryOperator<JsonNode>> projections;
  private final Map<String, String> tags = new HashMap<>();

  /**
   * A replay.
   *
   * @param projections by {@code recording/number}: what the recording kept of an answer, where that is not all
   */
  Replay(
      TestingServer server,
      Differences differences,
      Map<String, UnaryOperator<JsonNode>> projections) {
    this.server = server;
    this.differences = differences;
    this.projections = projections;
  }

  /** One line for each unexplained deviation. */
  List<String> run(Recording recording, Predicate<Exchange> wanted) {
    List<String> complaints = new ArrayList<>();
    Placeholders placeholders = new Placeholders();
    boolean hidesVersions = differences.hidesVersions(recording.name());
    for (Exchange exchange :
        (hidesVersions ? recording.withoutVersions() : recording).exchanges()) {
      if (wanted.test(exchange)) {
        placeholders = run(recording.name(), exchange, placeholders, complaints);
      }
    }
    if (placeholders.hasOtherVersions()) {
      differences.haveOtherVersions(recording.name());
    }
    return complaints;
  }

  private Placeholders run(
      String recording, Exchange exchange, Placeholders known, List<String> complaints) {
    UnaryOperator<JsonNode> projection =
        projections.getOrDefault(recording + "/" + exchange.number(), UnaryOperator.identity());
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      Placeholders placeholders = known.copy();
      Answer answer = send(exchange, placeholders);
      List<Deviation> deviations = Comparison.of(
          exchange,
          answer,
          recorded -> differences.withoutSteps(recording, recorded),
          projection,
          placeholders);
      if (!isOnTheWay(exchange, deviations) || Instant.now().isAfter(deadline)) {
        differences
            .unexplained(recording, exchange.number(), deviations)
            .forEach(deviation -> complaints.add("%s %d \"%s\": %s is recorded as %s and ours is %s"
                .formatted(
                    recording,
                    exchange.number(),
                    exchange.label(),
                    deviation.path(),
                    deviation.recorded(),
                    deviation.ours())));
        return placeholders;
      }
      // the recordings leave out the waiting for a status, and nothing tells a client when it is
      // there
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  private static boolean isOnTheWay(Exchange exchange, List<Deviation> deviations) {
    boolean keepsPart = exchange.json() != null && exchange.json().isArray();
    return exchange.method().equals("GET")
        && PROCESS.matcher(exchange.path()).matches()
        && deviations.stream()
            .anyMatch(deviation -> keepsPart || deviation.path().equals("json.last_status"));
  }

  private Answer send(Exchange exchange, Placeholders placeholders) {
    HttpRequest.Builder request =
        server.request(placeholders.fill(exchange.path()).replace(" ", "%20"));
    String body = exchange.bodyText();
    if (body == null) {
      request.method(exchange.method(), HttpRequest.BodyPublishers.noBody());
    } else {
      request.method(
          exchange.method(), HttpRequest.BodyPublishers.ofString(placeholders.fillBody(body)));
      request.setHeader("content-type", "application/json");
    }
    exchange.requestHeaders().forEach(request::setHeader);
    String tag = tags.get(exchange.path());
    if (tag != null && exchange.requestHeaders().containsKey("If-None-Match")) {
      request.setHeader("If-None-Match", tag);
    }
    Answer answer = server.send(request);
    tags.put(exchange.path(), answer.header("etag"));
    return answer;
  }
}
