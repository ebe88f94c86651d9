package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a user after the sale. */
@Workflows(User.class)
record UserChanges(Subscriptions subscriptions, UserDirectory directory) {

  @FormPage
  record ModifyPage(
      @NotBlank String username, @Nullable Integer age, List<UUID> userGroupIds, int userId) {}

  @ModifyWorkflow("Modify user")
  StepList modifyUser() {
    return begin(this::askChanges).then(this::changeUser);
  }

  ModifyPage askChanges(Form form, User subscription) {
    UserBlock user = subscription.user;
    return form.ask(ModifyPage.class, page -> {
      page.values(user);
      page.field(ModifyPage::userGroupIds)
          .choices(subscriptions.find(UserGroup.class).in(ACTIVE))
          .items(1, 1)
          .value(List.of(user.group.ownerSubscriptionId()));
      page.field(ModifyPage::userId).readOnly();
    });
  }

  @Step("Modify user")
  User changeUser(User subscription, ModifyPage page) {
    UserGroup group = subscriptions.load(UserGroup.class, page.userGroupIds().getFirst());
    subscription.fill(page.username(), page.age(), group);
    UserBlock user = subscription.user;
    directory.rename(user.userId, user.username);
    directory.move(user.userId, user.group.groupId);
    return subscription;
  }

  @FormPage
  record RemovePage(Label areYouSure) {}

  @TerminateWorkflow("Terminate user")
  StepList terminateUser() {
    return begin(this::confirm).then(this::deprovisionUser);
  }

  RemovePage confirm(Form form, User subscription) {
    String question = "Are you sure you want to remove %s?".formatted(subscription.description());
    return form.ask(RemovePage.class, page -> page.field(RemovePage::areYouSure).show(question));
  }

  @Step("Deprovision user")
  void deprovisionUser(User subscription) {
    directory.delete(subscription.user.userId);
  }
}
