package io.orchestrator4j.docs.network;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.DISABLED;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflows;

/** A workflow whose step does what a test says, to see what is said of it. */
@Workflows(SubscriptionModel.class)
final class Mistakes {

  private Mistake mistake = _ -> State.empty();

  /** What the step does with the subscription, and what it returns. */
  interface Mistake {
    State make(SubscriptionModel subscription);
  }

  void next(Mistake next) {
    this.mistake = next;
  }

  @ModifyWorkflow(
      value = "Make a mistake",
      usableIn = {PROVISIONING, ACTIVE, DISABLED})
  StepList makeMistake() {
    return begin().then(this::change);
  }

  @Step("Change the subscription")
  State change(SubscriptionModel subscription) {
    return mistake.make(subscription);
  }
}
