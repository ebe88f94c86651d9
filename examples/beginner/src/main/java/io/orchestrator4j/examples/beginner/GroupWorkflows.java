package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.LongText;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

// tag::workflow
@Workflows
record GroupWorkflows(GroupDirectory directory) {

  @FormPage
  record GroupPage(
      @Pattern(regexp = "[a-z][a-z0-9-]*") String groupName,
      @LongText @Nullable String description) {}

  @Workflow("Create group")
  StepList createGroup() {
    return init(this::askGroup)
        .then(this::checkName)
        .then(this::createInDirectory)
        .then(this::welcome)
        .then(done());
  }

  GroupPage askGroup(Form form) {
    return form.ask(GroupPage.class, page -> page.title("New group"));
  }

  @Step("Check that the name is free")
  void checkName(String groupName) {
    verify(!directory.knows(groupName), "There is a group of this name already: " + groupName);
  }

  @Step("Create the group in the directory")
  State createInDirectory(String groupName, @Nullable String description) {
    return State.of("group_id", directory.create(groupName, description));
  }

  @Step("Welcome the group")
  State welcome(String groupName, int groupId) {
    return State.of("greeting", "Welcome, %s! You are number %d.".formatted(groupName, groupId));
  }
}
// end::workflow
