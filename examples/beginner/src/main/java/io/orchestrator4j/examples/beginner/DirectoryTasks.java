package io.orchestrator4j.examples.beginner;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotBlank;

@Workflows
record DirectoryTasks(GroupDirectory directory) {

  @FormPage
  record CheckPage(@NotBlank String groupName) {}

  @Task("Check that the directory knows a group")
  StepList taskCheckDirectory() {
    return begin(this::askName).then(this::checkDirectory);
  }

  CheckPage askName(Form form) {
    return form.ask(CheckPage.class);
  }

  @Step("Ask the directory")
  void checkDirectory(String groupName) {
    verify(directory.knows(groupName), "The directory knows no group of this name: " + groupName);
  }
}
