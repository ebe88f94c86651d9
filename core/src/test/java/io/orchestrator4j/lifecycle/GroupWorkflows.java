package io.orchestrator4j.lifecycle;

import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.form.Customer;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.InLifecycle;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.ValidateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** The life of a group, with a switch that makes a step fail and a gate that holds one. */
@Workflows(UserGroup.class)
final class GroupWorkflows {

  final AtomicBoolean broken = new AtomicBoolean();
  final Semaphore released = new Semaphore(0);
  final Semaphore begun = new Semaphore(0);
  private final Subscriptions subscriptions;

  GroupWorkflows(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @FormPage
  record UserGroupPage(
      @Customer String customerId, @NotBlank String groupName) {}

  @FormPage
  record RenamePage(@NotBlank String groupName) {}

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
  State provisionUserGroup(@InLifecycle(PROVISIONING) UserGroup subscription, String groupName) {
    subscription.userGroup.groupId = groupName.length();
    return State.of("subscription", subscription, "group_id", subscription.userGroup.groupId);
  }

  @ModifyWorkflow("Modify user group")
  StepList modifyUserGroup() {
    return begin(this::askRename).then(this::rename).then(this::hold);
  }

  RenamePage askRename(Form form, UserGroup subscription) {
    return form.ask(RenamePage.class, page -> page.values(subscription.userGroup));
  }

  @Step("Rename")
  UserGroup rename(UserGroup subscription, String groupName) {
    verify(!broken.get(), "the directory is down");
    subscription.userGroup.groupName = groupName;
    subscription.description("User Group " + groupName);
    return subscription;
  }

  @Step("Hold")
  void hold(String groupName) throws InterruptedException {
    if (groupName.startsWith("held")) {
      begun.release();
      released.acquire();
    }
  }

  @ModifyWorkflow("Forget to return")
  StepList forgetToReturn() {
    return begin().then(this::forget);
  }

  @Step("Forget")
  void forget(UserGroup subscription) {
    subscription.userGroup.groupName = "lost";
  }

  @ModifyWorkflow("Return too early")
  StepList returnTooEarly() {
    return begin().then(this::inProvisioning);
  }

  @Step("In provisioning")
  void inProvisioning(@InLifecycle(PROVISIONING) UserGroup subscription) {}

  @ValidateWorkflow("Validate user group")
  StepList validateUserGroup() {
    return begin().then(this::check);
  }

  @Step("Check the group")
  State check(UserGroup subscription) {
    verify(!broken.get(), "the group is not in the directory");
    return State.of("group_ok", subscription.userGroup.groupId > 0);
  }

  @TerminateWorkflow("Terminate user group")
  StepList terminateUserGroup() {
    return begin();
  }
}
