package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user is sold, in a group that is another subscription. */
@Workflows(User.class)
record UserWorkflows(Subscriptions subscriptions, UserDirectory directory) {

  @FormPage
  record UserPage(
      @Customer String customerId,
      @NotBlank String username,
      @Nullable Integer age,
      List<UUID> userGroupIds) {}

  @CreateWorkflow("Create user")
  StepList createUser() {
    return begin(this::askUser)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::initializeSubscription)
        .then(this::provisionUser);
  }

  UserPage askUser(Form form, String productName) {
    return form.ask(UserPage.class, page -> {
      page.title(productName);
      page.field(UserPage::userGroupIds)
          .choices(subscriptions.find(UserGroup.class).in(ACTIVE))
          .items(1, 1);
    });
  }

  @Step("Create subscription")
  User createSubscription(UUID product, String customerId) {
    return subscriptions.create(User.class, product, customerId);
  }

  @Step("Initialize subscription")
  User initializeSubscription(User subscription, UserPage page) {
    UserGroup group = subscriptions.load(UserGroup.class, page.userGroupIds().getFirst());
    subscription.fill(page.username(), page.age(), group);
    subscription.transitionTo(PROVISIONING);
    return subscription;
  }

  @Step("Provision user")
  User provisionUser(@InLifecycle(PROVISIONING) User subscription) {
    UserBlock user = subscription.user;
    user.userId = directory.create(user.username, user.group.groupId);
    return subscription;
  }
}
