package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.List;

/**
 * On which subscriptions a workflow may start.
 *
 * @param usableIn the statuses of which the subscription must have one; none where it starts on no subscription
 * @param usableOutOfSync whether the subscription and its neighbours may be out of sync
 * @param blockedByInUse whether nothing that is not terminated may use the subscription
 */
public record Usability(
    List<SubscriptionLifecycle> usableIn, boolean usableOutOfSync, boolean blockedByInUse) {

  public Usability {
    usableIn = List.copyOf(usableIn);
  }

  static Usability of(
      SubscriptionLifecycle[] usableIn, boolean usableOutOfSync, boolean blockedByInUse) {
    return new Usability(List.of(usableIn), usableOutOfSync, blockedByInUse);
  }

  /** What holds for a target where nothing else is said. */
  static Usability of(Target target) {
    return switch (target) {
      case CREATE -> new Usability(List.of(), false, false);
      case MODIFY, SYSTEM -> new Usability(List.of(SubscriptionLifecycle.ACTIVE), false, false);
      case TERMINATE ->
        new Usability(
            List.of(SubscriptionLifecycle.ACTIVE, SubscriptionLifecycle.PROVISIONING), false, true);
      case VALIDATE, RECONCILE -> new Usability(List.of(SubscriptionLifecycle.ACTIVE), true, false);
    };
  }

  /** What holds for a plain workflow, which adds to what holds for its target. */
  static Usability of(Workflow workflow) {
    Usability usual = of(workflow.target());
    return new Usability(
        workflow.usableIn().length == 0 ? usual.usableIn : List.of(workflow.usableIn()),
        usual.usableOutOfSync || workflow.usableOutOfSync(),
        usual.blockedByInUse || workflow.blockedByInUse());
  }
}
