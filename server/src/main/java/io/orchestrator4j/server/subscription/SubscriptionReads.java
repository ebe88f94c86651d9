package io.orchestrator4j.server.subscription;

import io.orchestrator4j.lifecycle.StartableWorkflows;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.EntityTag;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.wire.SubscriptionBodies;
import io.orchestrator4j.subscription.ShownSubscription;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What only looks at a subscription. */
@RestController
@RequestMapping("/api/subscriptions")
final class SubscriptionReads {

  static final String ID = "subscription_id";

  private static final String NOT_FOUND = "subscription_not_found";

  private final SubscriptionStore store;
  private final StartableWorkflows startable;

  SubscriptionReads(SubscriptionStore store, StartableWorkflows startable) {
    this.store = store;
    this.startable = startable;
  }

  @Operation(
      summary = "One subscription with its fixed inputs and blocks",
      description =
          "in_use_by_ids of a block has the blocks that hold it, without those of this subscription unless filter_owner_relations=false; in_use_by_relations has them all.")
  @GetMapping("/domain-model/{subscription_id}")
  ResponseEntity<JsonNode> domainModel(
      @PathVariable(ID) String id,
      @RequestParam(name = "filter_owner_relations", required = false) @Nullable String filterOwner,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable
          String ifNoneMatch) {
    UUID subscriptionId = Parameters.uuid(ID, id);
    boolean foreignOnly =
        filterOwner == null || Parameters.bool("filter_owner_relations", filterOwner);
    ObjectNode body = store
        .reader()
        .find(subscriptionId, foreignOnly)
        .map(SubscriptionReads::body)
        .orElseThrow(() -> new Problem(
                404, NOT_FOUND, "Subscription with id: %s, not found".formatted(subscriptionId))
            .refused());
    EntityTag tag = EntityTag.ofWhole(body);
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ETAG, tag.bare());
    if (tag.isIn(ifNoneMatch)) {
      headers.setContentType(MediaType.APPLICATION_JSON);
      return ResponseEntity.status(304).headers(headers).build();
    }
    return Answers.json(200, body, headers);
  }

  private static ObjectNode body(ShownSubscription shown) {
    ObjectNode body = SubscriptionBodies.alone(shown.header(), Json.mapper().createArrayNode());
    shown.members().forEachEntry(body::set);
    return body;
  }

  @Operation(
      summary = "Which workflows may start on a subscription, and what is in the way of the others",
      description =
          "By target. A workflow with a reason cannot be started now. locked_by is the process that has the subscription locked, last_validated_at when a workflow of target VALIDATE last completed on it.")
  @GetMapping("/workflows/{subscription_id}")
  ResponseEntity<JsonNode> workflows(
      @PathVariable(ID) String id, @RequestParam(required = false) @Nullable String reporter) {
    UUID subscriptionId = Parameters.uuid(ID, id);
    Caller caller = Callers.named(reporter);
    SubscriptionHeader header = startable
        .find(subscriptionId)
        .orElseThrow(() -> new Problem(404, NOT_FOUND, "Not Found").refused());
    ObjectNode body = ActionBodies.of(header, startable.of(header, caller));
    store
        .links()
        .lastValidated(subscriptionId)
        .ifPresent(at -> body.put("last_validated_at", at.toString()));
    return Answers.json(200, body);
  }
}
