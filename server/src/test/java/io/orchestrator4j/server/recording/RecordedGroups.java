package io.orchestrator4j.server.recording;

import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;

import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.server.recording.RecordedProducts.UserGroup;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.ValidateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.UUID;

/** The life of a user group, as it was recorded. */
@Workflows(UserGroup.class)
record RecordedGroups(Subscriptions subscriptions) {

  @FormPage
  record CreateUserGroupForm(String groupName) {}

  @FormPage
  record ModifyUserGroupForm(String groupName, int groupId) {}

  @FormPage
  record TerminateForm(Label areYouSure) {}

  @FormPage
  record BreakPage(@DefaultValue("true") boolean fail) {}

  @CreateWorkflow("Create user group")
  StepList createUserGroup() {
    return begin(this::askGroup)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::initializeSubscription)
        .then(this::provisionUserGroup);
  }

  CreateUserGroupForm askGroup(Form form, String productName) {
    return form.ask(CreateUserGroupForm.class, page -> page.title(productName));
  }

  @Step("Create subscription")
  UserGroup createSubscription(UUID product) {
    return subscriptions.create(UserGroup.class, product, UUID.randomUUID().toString());
  }

  @Step("Initialize subscription")
  UserGroup initializeSubscription(UserGroup subscription, String groupName) {
    subscription.userGroup.groupName = groupName;
    subscription.description("User Group " + groupName);
    subscription.transitionTo(PROVISIONING);
    return subscription;
  }

  @Step("Provision user group")
  UserGroup provisionUserGroup(UserGroup subscription, String groupName) {
    subscription.userGroup.groupId = 1000 + groupName.length();
    return subscription;
  }

  @ModifyWorkflow("Modify user group")
  StepList modifyUserGroup() {
    return begin(this::askChange).then(this::changeUserGroup);
  }

  ModifyUserGroupForm askChange(Form form, UserGroup subscription) {
    return form.ask(ModifyUserGroupForm.class, page -> {
      page.field(ModifyUserGroupForm::groupName).value(subscription.userGroup.groupName);
      page.field(ModifyUserGroupForm::groupId).readOnly(subscription.userGroup.groupId);
    });
  }

  @Step("Modify user group")
  UserGroup changeUserGroup(UserGroup subscription, String groupName) {
    subscription.userGroup.groupName = groupName;
    subscription.description("User Group " + groupName);
    return subscription;
  }

  @TerminateWorkflow("Terminate user group")
  StepList terminateUserGroup() {
    return begin(this::confirm).then(this::deprovisionUserGroup);
  }

  void confirm(Form form, UserGroup subscription) {
    form.ask(
        TerminateForm.class,
        page -> page.field(TerminateForm::areYouSure)
            .show("Are you sure you want to remove %s?".formatted(subscription.description())));
  }

  @Step("Deprovision user group")
  void deprovisionUserGroup() {}

  @ValidateWorkflow("Validate user group")
  StepList wireValidateUserGroup() {
    return begin().then(this::checkTheGroup);
  }

  @Step("Check the group")
  State checkTheGroup() {
    return State.of("group_ok", true);
  }

  @ModifyWorkflow("Break user group")
  StepList wireBreakUserGroup() {
    return begin(this::askToBreak).then(this::perhapsFail);
  }

  BreakPage askToBreak(Form form) {
    return form.ask(BreakPage.class, page -> page.title("Break it").last());
  }

  @Step("Perhaps fail")
  UserGroup perhapsFail(UserGroup subscription, boolean fail) {
    if (fail) {
      throw new IllegalArgumentException("broken on request");
    }
    return subscription;
  }
}
