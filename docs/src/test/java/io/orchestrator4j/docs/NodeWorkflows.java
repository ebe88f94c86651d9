package io.orchestrator4j.docs;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.InLifecycle;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.ValidateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;

/** The guide's workflows on subscriptions that are there. */
// tag::types
@Workflows(Node.class)
record NodeWorkflows(Inventory inventory) {

  @FormPage
  record NamePage(@NotBlank String nodeName) {}

  @ModifyWorkflow(value = "Put node into service", usableIn = PROVISIONING)
  StepList activateNode() {
    return begin(this::askName).then(this::activate);
  }

  NamePage askName(Form form, Node subscription) {
    return form.ask(NamePage.class, page -> page.title(subscription.description()));
  }

  @Step("Activate the subscription")
  Node activate(@InLifecycle(PROVISIONING) Node subscription, String nodeName) {
    subscription.description("Node " + nodeName);
    subscription.transitionTo(ACTIVE);
    return subscription;
  }

  @ValidateWorkflow(
      value = "Validate node",
      usableIn = {PROVISIONING, ACTIVE})
  StepList validateNode() {
    return begin().then(this::compare);
  }

  @Step("Compare with the inventory")
  void compare(Node subscription) {
    verify(inventory.has(subscription.subscriptionId()), "The inventory does not have the node");
  }

  @TerminateWorkflow("Terminate node")
  StepList terminateNode() {
    return begin().then(this::remove);
  }

  @Step("Remove it from the inventory")
  void remove(Node subscription) {
    inventory.remove(subscription.subscriptionId());
  }
}
// end::types
