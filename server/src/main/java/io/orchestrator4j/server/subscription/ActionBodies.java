package io.orchestrator4j.server.subscription;

import io.orchestrator4j.lifecycle.StartRefusal;
import io.orchestrator4j.lifecycle.StartRefusal.Neighbour;
import io.orchestrator4j.lifecycle.UsableWorkflow;
import io.orchestrator4j.lifecycle.UsableWorkflows;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Target;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What may start on a subscription, as the wire shows it: only what there is to say has a key. */
final class ActionBodies {

  /** The order in which the wire has the groups. */
  private static final List<Target> GROUPS = List.of(
      Target.CREATE,
      Target.MODIFY,
      Target.TERMINATE,
      Target.SYSTEM,
      Target.RECONCILE,
      Target.VALIDATE);

  private ActionBodies() {}

  static ObjectNode of(SubscriptionHeader subscription, UsableWorkflows usable) {
    ObjectNode body = Json.object();
    StartRefusal general = usable.general();
    if (general != null) {
      addTo(body, general);
    }
    if (subscription.lockedBy() != null) {
      body.put("locked_by", subscription.lockedBy().toString());
    }
    for (Target target : GROUPS) {
      ArrayNode group = body.putArray(target.name().toLowerCase(Locale.ROOT));
      usable.workflows().stream()
          .filter(each -> each.workflow().target() == target)
          .forEach(each -> group.add(action(each)));
    }
    return body;
  }

  private static ObjectNode action(UsableWorkflow usable) {
    ObjectNode action =
        Json.object().put("name", usable.name()).put("description", usable.description());
    usable.whyNot().ifPresent(refusal -> addTo(action, refusal));
    return action;
  }

  private static void addTo(ObjectNode body, StartRefusal refusal) {
    body.put("reason", refusal.reason());
    switch (refusal) {
      case StartRefusal.NotDefined _ -> {}
      case StartRefusal.NotInSync() -> {}
      case StartRefusal.InsufficientPermissions() -> {}
      case StartRefusal.RelationsNotInSync(var locked) ->
        addNeighbours(body, "locked_relations", locked);
      case StartRefusal.InvalidStatus(var usableWhen, var status, var action) -> {
        body.set(
            "usable_when",
            Json.toTree(usableWhen.stream().map(SubscriptionLifecycle::text).toList()));
        body.put("status", status.text()).put("action", text(action));
      }
      case StartRefusal.InUseByOthers(var users, var action) -> {
        body.put("action", text(action));
        addNeighbours(body, "unterminated_in_use_by_subscriptions", users);
      }
    }
  }

  private static void addNeighbours(ObjectNode body, String key, List<Neighbour> neighbours) {
    ArrayNode ids = body.putArray(key);
    ArrayNode details = body.putArray(key + "_detail");
    for (Neighbour neighbour : neighbours) {
      String id = neighbour.subscriptionId().toString();
      ids.add(id);
      details
          .addObject()
          .put("subscription_id", id)
          .put("subscription_description", neighbour.description());
    }
  }

  private static String text(StartRefusal.Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }
}
