package io.orchestrator4j.server.subscription;

import io.orchestrator4j.search.InvalidSearch;
import io.orchestrator4j.search.SubscriptionSearch;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.InvalidRequest;
import io.orchestrator4j.server.web.ListRange;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.web.Violation;
import io.orchestrator4j.server.wire.SubscriptionBodies;
import io.orchestrator4j.value.Json;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds subscriptions by what people type. */
@RestController
@RequestMapping("/api/subscriptions")
final class SearchReads {

  private static final int LONGEST = 512;

  private final SubscriptionSearch search;

  SearchReads(SubscriptionSearch search) {
    this.search = search;
  }

  @Operation(
      summary = "Subscriptions that have certain words, latest first",
      description =
          "query=speed:1000 \"core link\" -status:terminated: words, beginnings of words (ams*), phrases and values under a key, each with - for not; | means or. range=0,20 (the end is not included); at most 1000 are listed.")
  @GetMapping("/search")
  ResponseEntity<JsonNode> search(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable String range) {
    String text = Parameters.text("query", query, LONGEST);
    if (text == null) {
      throw new InvalidRequest(Violation.missing(List.of("query", "query")));
    }
    ListRange asked = ListRange.read(range);
    try {
      return found(text, asked);
    } catch (InvalidSearch e) {
      throw new Problem(400, "invalid_query", String.valueOf(e.getMessage())).refused();
    }
  }

  private ResponseEntity<JsonNode> found(String query, @Nullable ListRange asked) {
    int from = asked == null ? 0 : asked.from();
    int rows = asked == null ? SubscriptionSearch.MOST : asked.to() - from;
    List<SubscriptionSearch.Found> found = search.find(query, from, rows);
    HttpHeaders headers = new HttpHeaders();
    boolean cutOff = found.size() == SubscriptionSearch.MOST;
    if (asked != null || cutOff) {
      ListRange shown = new ListRange(from, from + Math.min(rows, SubscriptionSearch.MOST));
      headers.set(HttpHeaders.CONTENT_RANGE, shown.of("subscriptions", search.count(query)));
    }
    return Answers.json(200, found.stream().map(SearchReads::body).toList(), headers);
  }

  private static ObjectNode body(SubscriptionSearch.Found found) {
    ObjectNode body = SubscriptionBodies.alone(found.header(), Json.toTree(null));
    body.set("metadata", Json.toTree(found.metadata()));
    return body;
  }
}
