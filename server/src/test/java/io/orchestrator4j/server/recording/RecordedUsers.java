package io.orchestrator4j.server.recording;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;

import io.orchestrator4j.form.Choice;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.server.recording.RecordedProducts.User;
import io.orchestrator4j.server.recording.RecordedProducts.UserGroup;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a user who is in a group. */
@Workflows(User.class)
record RecordedUsers(Subscriptions subscriptions) {

  @FormPage
  record CreateUserForm(
      String username, @Nullable Integer age, @Choice UUID groupId) {}

  @FormPage
  record ModifyUserForm(
      String username, @Nullable Integer age, @Choice UUID groupId) {}

  @FormPage
  record TerminateForm(Label areYouSure) {}

  @CreateWorkflow("Create user")
  StepList createUser() {
    return begin(this::askUser)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::initializeSubscription)
        .then(this::provisionUser);
  }

  CreateUserForm askUser(Form form, String productName) {
    return form.ask(CreateUserForm.class, page -> {
      page.title(productName);
      page.field(CreateUserForm::groupId)
          .choices(subscriptions.find(UserGroup.class).in(ACTIVE));
    });
  }

  @Step("Create subscription")
  User createSubscription(UUID product) {
    return subscriptions.create(User.class, product, UUID.randomUUID().toString());
  }

  @Step("Initialize subscription")
  User initializeSubscription(User subscription, CreateUserForm form) {
    subscription.user.group = subscriptions.load(UserGroup.class, form.groupId()).userGroup;
    subscription.user.username = form.username();
    subscription.user.age = form.age();
    describe(subscription);
    subscription.transitionTo(PROVISIONING);
    return subscription;
  }

  private static void describe(User subscription) {
    subscription.description("User %s from group %s (%s)"
        .formatted(
            subscription.user.username,
            subscription.user.group.groupName,
            subscription.affiliation.name().toLowerCase(Locale.ROOT)));
  }

  @Step("Provision user")
  User provisionUser(User subscription, String username) {
    subscription.user.userId = 2000 + username.length();
    return subscription;
  }

  @ModifyWorkflow("Modify user")
  StepList modifyUser() {
    return begin(this::askChange).then(this::changeUser);
  }

  ModifyUserForm askChange(Form form, User subscription) {
    return form.ask(ModifyUserForm.class, page -> {
      page.values(subscription.user);
      page.field(ModifyUserForm::groupId)
          .choices(subscriptions.find(UserGroup.class).in(ACTIVE))
          .value(subscription.user.group.ownerSubscriptionId());
    });
  }

  @Step("Modify user")
  User changeUser(User subscription, ModifyUserForm form) {
    subscription.user.group = subscriptions.load(UserGroup.class, form.groupId()).userGroup;
    subscription.user.username = form.username();
    subscription.user.age = form.age();
    describe(subscription);
    return subscription;
  }

  @TerminateWorkflow("Terminate user")
  StepList terminateUser() {
    return begin(this::confirm).then(this::deprovisionUser);
  }

  void confirm(Form form, User subscription) {
    form.ask(
        TerminateForm.class,
        page -> page.field(TerminateForm::areYouSure)
            .show("Are you sure you want to remove %s?".formatted(subscription.description())));
  }

  @Step("Deprovision user")
  void deprovisionUser() {}
}
