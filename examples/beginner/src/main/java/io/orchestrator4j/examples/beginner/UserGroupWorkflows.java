package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;

import io.orchestrator4j.form.Customer;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.InLifecycle;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;

// tag::workflow
@Workflows(UserGroup.class)
record UserGroupWorkflows(Subscriptions subscriptions, GroupDirectory directory) {

  @FormPage
  record UserGroupPage(
      @Customer String customerId, @NotBlank String groupName) {}

  @CreateWorkflow("Create user group")
  StepList createUserGroup() {
    return begin(this::askGroup)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::initializeSubscription)
        .then(this::provisionUserGroup);
  }

  UserGroupPage askGroup(Form form, String productName) {
    return form.ask(UserGroupPage.class, page -> page.title(productName));
  }

  @Step("Create subscription")
  UserGroup createSubscription(UUID product, String customerId) {
    return subscriptions.create(UserGroup.class, product, customerId);
  }

  @Step("Initialize subscription")
  UserGroup initializeSubscription(UserGroup subscription, String groupName) {
    subscription.userGroup.groupName = groupName;
    subscription.description("User Group " + groupName);
    subscription.transitionTo(PROVISIONING);
    return subscription;
  }

  @Step("Provision user group")
  UserGroup provisionUserGroup(@InLifecycle(PROVISIONING) UserGroup subscription) {
    subscription.userGroup.groupId = directory.create(subscription.userGroup.groupName);
    return subscription;
  }
}
// end::workflow
