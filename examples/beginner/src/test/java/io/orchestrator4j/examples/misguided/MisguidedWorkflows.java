package io.orchestrator4j.examples.misguided;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.examples.beginner.User;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflows;

/** What a user must not do to a group that belongs to another subscription. */
@Workflows(User.class)
record MisguidedWorkflows() {

  @ModifyWorkflow("Rename the group through its user")
  StepList renameThroughUser() {
    return begin().then(this::rename);
  }

  @Step("Rename")
  User rename(User subscription) {
    subscription.user.group.groupName = "renamed through its user";
    return subscription;
  }

  @ModifyWorkflow(value = "Activate", usableIn = PROVISIONING)
  StepList activateUser() {
    return begin().then(this::activate);
  }

  @Step("Activate")
  User activate(User subscription) {
    subscription.user.userId = 1;
    subscription.transitionTo(ACTIVE);
    return subscription;
  }
}
