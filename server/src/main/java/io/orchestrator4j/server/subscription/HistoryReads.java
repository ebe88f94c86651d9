package io.orchestrator4j.server.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.web.WireTime;
import io.orchestrator4j.server.wire.SubscriptionBodies;
import io.orchestrator4j.subscription.ShownSubscription;
import io.orchestrator4j.subscription.SubscriptionHistory;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.value.Json;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What subscriptions were. */
@RestController
@RequestMapping("/api/subscriptions")
final class HistoryReads {

  private static final String ID = "subscription_id";

  private final SubscriptionStore store;

  HistoryReads(SubscriptionStore store) {
    this.store = store;
  }

  @Operation(
      summary = "The changes of a subscription, the latest first, with who made them",
      description =
          "At most 1000; before=<version> of the last one goes on behind it. process_id is the process that made the change, null where an operator did.")
  @GetMapping("/{subscription_id}/history")
  ResponseEntity<JsonNode> versions(
      @PathVariable(ID) String id, @RequestParam(required = false) @Nullable String before) {
    UUID subscriptionId = Parameters.uuid(ID, id);
    int end = before == null ? Integer.MAX_VALUE : Parameters.number("query", "before", before);
    List<SubscriptionHistory.Version> versions =
        store.history().versions(subscriptionId, end, SubscriptionHistory.MOST);
    if (versions.isEmpty() && store.find(subscriptionId).isEmpty()) {
      return notFound();
    }
    return Answers.json(200, versions.stream().map(HistoryReads::body).toList());
  }

  private static ObjectNode body(SubscriptionHistory.Version version) {
    UUID process = version.processId();
    return Json.object()
        .put("version", version.version())
        .put("process_id", process == null ? null : process.toString())
        .put("changed_by", version.changedBy())
        .put("changed_at", WireTime.seconds(version.changedAt()));
  }

  @Operation(
      summary =
          "A subscription as it was at one of its versions, with the blocks of others as they were then")
  @GetMapping("/{subscription_id}/history/{version}")
  ResponseEntity<JsonNode> version(
      @PathVariable(ID) String id, @PathVariable("version") String version) {
    UUID subscriptionId = Parameters.uuid(ID, id);
    int number = Parameters.number("path", "version", version);
    return store
        .history()
        .find(subscriptionId, number)
        .map(shown -> Answers.json(200, body(shown)))
        .orElseGet(HistoryReads::notFound);
  }

  private static ObjectNode body(ShownSubscription shown) {
    SubscriptionHeader header = shown.header();
    ObjectNode body = SubscriptionBodies.alone(header, Json.toTree(null))
        .put("locked_by", header.lockedBy() == null ? null : header.lockedBy().toString());
    shown.members().forEachEntry(body::set);
    return body;
  }

  private static ResponseEntity<JsonNode> notFound() {
    return new Problem(404, "subscription_not_found", "Not Found").answer();
  }
}
