package io.orchestrator4j.server.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.ListRange;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.wire.SubscriptionBodies;
import io.orchestrator4j.subscription.SubscriptionLists;
import io.orchestrator4j.value.Json;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists subscriptions for operators. */
@RestController
@RequestMapping("/api/subscriptions")
final class SubscriptionListReads {

  private final SubscriptionLists lists;

  SubscriptionListReads(SubscriptionLists lists) {
    this.lists = lists;
  }

  @Operation(
      summary = "List subscriptions, latest first",
      description =
          "status=active, product=<name>, customer_id=, locked=true leave those that are so; range=0,20 (the end is not included); at most 1000 are listed.")
  @GetMapping
  ResponseEntity<JsonNode> list(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String product,
      @RequestParam(name = "customer_id", required = false) @Nullable String customerId,
      @RequestParam(required = false) @Nullable String locked,
      @RequestParam(required = false) @Nullable String range) {
    ListRange asked = ListRange.read(range);
    SubscriptionLists.Wanted wanted = new SubscriptionLists.Wanted(
        status == null ? null : status(status),
        Parameters.text("product", product, Integer.MAX_VALUE),
        Parameters.text("customer_id", customerId, Integer.MAX_VALUE),
        locked != null && Parameters.bool("locked", locked));
    int from = asked == null ? 0 : asked.from();
    int rows = asked == null ? SubscriptionLists.MOST : asked.to() - from;
    List<SubscriptionHeader> found = lists.list(wanted, from, rows);
    HttpHeaders headers = new HttpHeaders();
    if (asked != null || found.size() == SubscriptionLists.MOST) {
      ListRange shown = new ListRange(from, from + Math.min(rows, SubscriptionLists.MOST));
      headers.set(HttpHeaders.CONTENT_RANGE, shown.of("subscriptions", lists.count(wanted)));
    }
    return Answers.json(
        200,
        found.stream()
            .map(header -> SubscriptionBodies.alone(header, Json.toTree(null)))
            .toList(),
        headers);
  }

  private static SubscriptionLifecycle status(String text) {
    return Arrays.stream(SubscriptionLifecycle.values())
        .filter(each -> each.text().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new Problem(
                400,
                "invalid_status",
                "status is '%s': expected one of %s"
                    .formatted(
                        text,
                        Arrays.stream(SubscriptionLifecycle.values())
                            .map(SubscriptionLifecycle::text)
                            .toList()))
            .refused());
  }
}
