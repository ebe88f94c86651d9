package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.List;
import java.util.UUID;

/** Why a workflow may not start on a subscription: the closed list of the wire's reasons, and one more. */
public sealed interface StartRefusal {

  /** The wire's name of the reason, which clients translate. */
  String reason();

  /** The reason in words. */
  String message();

  /** Another subscription that is in the way. */
  record Neighbour(UUID subscriptionId, String description) {}

  /** This application has no class for the subscription's product type, so that no step could work on it. */
  record NotDefined(String productType) implements StartRefusal {

    @Override
    public String reason() {
      return "subscription.not_defined";
    }

    @Override
    public String message() {
      return "This application has no class for the product type '%s'".formatted(productType);
    }
  }

  /** A process has the subscription locked, or left it so. */
  record NotInSync() implements StartRefusal {

    @Override
    public String reason() {
      return "subscription.not_in_sync";
    }

    @Override
    public String message() {
      return "Subscription already has a running process or task";
    }
  }

  /** A subscription that uses this one, or that this one uses, is not in sync. */
  record RelationsNotInSync(List<Neighbour> locked) implements StartRefusal {

    public RelationsNotInSync {
      locked = List.copyOf(locked);
    }

    @Override
    public String reason() {
      return "subscription.relations_not_in_sync";
    }

    @Override
    public String message() {
      return "This subscription can not be modified because some related subscriptions are not insync";
    }
  }

  /** The subscription has a status that the workflow is not for. */
  record InvalidStatus(
      List<SubscriptionLifecycle> usableWhen, SubscriptionLifecycle status, Action action)
      implements StartRefusal {

    public InvalidStatus {
      usableWhen = List.copyOf(usableWhen);
    }

    @Override
    public String reason() {
      return "subscription.no_modify_invalid_status";
    }

    @Override
    public String message() {
      return "This subscription can not be modified because of the status it has";
    }
  }

  /** Subscriptions that are not terminated use this one. */
  record InUseByOthers(List<Neighbour> users, Action action) implements StartRefusal {

    public InUseByOthers {
      users = List.copyOf(users);
    }

    @Override
    public String reason() {
      return "subscription.no_modify_subscription_in_use_by_others";
    }

    @Override
    public String message() {
      return "This subscription can not be modified as it is used in other subscriptions";
    }
  }

  /** Whoever asks may not start the workflow. */
  record InsufficientPermissions() implements StartRefusal {

    @Override
    public String reason() {
      return "subscription.insufficient_workflow_permissions";
    }

    @Override
    public String message() {
      return "You are not allowed to start this workflow";
    }
  }

  /** What the workflow would have done to the subscription. */
  enum Action {
    MODIFIED,
    TERMINATED
  }
}
