package io.orchestrator4j.lifecycle;

import io.orchestrator4j.lifecycle.StartRefusal.Action;
import io.orchestrator4j.lifecycle.StartRefusal.Neighbour;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.Usability;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which workflows may start on a subscription, as it and its neighbours stand.
 *
 * @param defined whether this application has a class for its product type
 * @param lockedNeighbours subscriptions that use this one, or that this one uses, and that are not in sync
 * @param users subscriptions that use this one and are not terminated
 */
record StartRules(
    SubscriptionHeader subscription,
    boolean defined,
    List<Neighbour> lockedNeighbours,
    List<Neighbour> users) {

  StartRules {
    lockedNeighbours = List.copyOf(lockedNeighbours);
    users = List.copyOf(users);
  }

  /** What is in the way of every workflow, or of all that need the subscription in sync; null where nothing is. */
  @Nullable
  StartRefusal general() {
    if (!defined) {
      return new StartRefusal.NotDefined(subscription.product().productType());
    }
    if (!subscription.insync()) {
      return new StartRefusal.NotInSync();
    }
    return lockedNeighbours.isEmpty()
        ? null
        : new StartRefusal.RelationsNotInSync(lockedNeighbours);
  }

  /** Why a workflow may not start; null where it may. */
  @Nullable
  StartRefusal refusal(WorkflowDefinition workflow) {
    Usability usability = workflow.usability();
    StartRefusal general = defined && usability.usableOutOfSync() ? null : general();
    if (general != null) {
      return general;
    }
    if (usability.blockedByInUse() && !users.isEmpty()) {
      return new StartRefusal.InUseByOthers(users, action(workflow));
    }
    SubscriptionLifecycle status = subscription.status();
    return usability.usableIn().contains(status)
        ? null
        : new StartRefusal.InvalidStatus(usability.usableIn(), status, action(workflow));
  }

  private static Action action(WorkflowDefinition workflow) {
    return workflow.target() == Target.TERMINATE ? Action.TERMINATED : Action.MODIFIED;
  }
}
