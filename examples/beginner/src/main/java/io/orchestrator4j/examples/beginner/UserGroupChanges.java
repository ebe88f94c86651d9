package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;

/** What becomes of a group after the sale. */
@Workflows(UserGroup.class)
record UserGroupChanges(GroupDirectory directory) {

  @FormPage
  record RenamePage(@NotBlank String groupName, int groupId) {}

  @ModifyWorkflow("Modify user group")
  StepList modifyUserGroup() {
    return begin(this::askName).then(this::renameUserGroup);
  }

  RenamePage askName(Form form, UserGroup subscription) {
    return form.ask(RenamePage.class, page -> {
      page.values(subscription.userGroup);
      page.field(RenamePage::groupId).readOnly();
    });
  }

  @Step("Modify user group")
  UserGroup renameUserGroup(UserGroup subscription, String groupName) {
    directory.rename(subscription.userGroup.groupId, groupName);
    subscription.userGroup.groupName = groupName;
    subscription.description("User Group " + groupName);
    return subscription;
  }

  @FormPage
  record RemovePage(Label areYouSure) {}

  @TerminateWorkflow("Terminate user group")
  StepList terminateUserGroup() {
    return begin(this::confirm).then(this::deprovisionUserGroup);
  }

  RemovePage confirm(Form form, UserGroup subscription) {
    String question = "Are you sure you want to remove %s?".formatted(subscription.description());
    return form.ask(RemovePage.class, page -> page.field(RemovePage::areYouSure).show(question));
  }

  @Step("Deprovision user group")
  void deprovisionUserGroup(UserGroup subscription) {
    directory.delete(subscription.userGroup.groupId);
  }
}
