package io.orchestrator4j.server.subscription;

import io.orchestrator4j.lifecycle.SubscriptionOperations;
import io.orchestrator4j.lifecycle.SubscriptionOperations.InSync;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What changes a subscription without a workflow. */
@RestController
@RequestMapping("/api/subscriptions")
final class SubscriptionChanges {

  private final SubscriptionOperations operations;

  SubscriptionChanges(SubscriptionOperations operations) {
    this.operations = operations;
  }

  @Operation(
      summary = "Set a subscription in sync, whatever process left it locked",
      description =
          "Refused while a process of it, other than a task, is neither completed nor aborted: that one has to be retried or aborted first.")
  @PutMapping("/{subscription_id}/set_in_sync")
  ResponseEntity<JsonNode> setInSync(
      @PathVariable("subscription_id") String id,
      @RequestParam(required = false) @Nullable String reporter) {
    UUID subscriptionId = Parameters.uuid("subscription_id", id);
    return switch (operations.setInSync(Callers.named(reporter), subscriptionId)) {
      case InSync.Done() -> Answers.json(200, null);
      case InSync.WasSo() -> Answers.json(200, null);
      case InSync.Unfinished(List<UUID> processes) ->
        new Problem(
                422,
                "processes_unfinished",
                "Subscription %s has still failed processes with id's: %s"
                    .formatted(subscriptionId, list(processes)))
            .answer();
      case InSync.NotFound() ->
        new Problem(
                404,
                "subscription_not_found",
                "Subscription with %s does not exist in the database".formatted(subscriptionId))
            .answer();
    };
  }

  // as the wire writes lists in texts
  private static String list(List<UUID> ids) {
    return ids.stream().map("'%s'"::formatted).collect(Collectors.joining(", ", "[", "]"));
  }
}
