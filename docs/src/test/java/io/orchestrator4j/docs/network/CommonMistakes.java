package io.orchestrator4j.docs.network;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;

/** Classes of workflows that each have one mistake, to see what is said of it. */
final class CommonMistakes {

  private CommonMistakes() {}

  @Workflows
  record Lambda() {

    // tag::lambda
    @Task("Sync sites")
    StepList taskSyncSites() {
      return begin().then(() -> State.empty());
    }
    // end::lambda
  }

  @Workflows
  record Unmarked() {

    @Task("Sync sites")
    StepList taskSyncSites() {
      return begin().then(this::fetchSites);
    }

    // tag::unmarked
    State fetchSites() {
      return State.empty();
    }
    // end::unmarked
  }

  @Workflows
  record NoProduct() {

    // tag::product
    @CreateWorkflow("Create port")
    StepList createPort() {
      return begin().then(this::provision);
    }
    // end::product

    @Step("Provision")
    void provision() {}
  }

  @Workflows
  record Twice() {

    @Task(value = "Sync sites", name = "task_sync")
    StepList sites() {
      return begin().then(this::sync);
    }

    @Task(value = "Sync racks", name = "task_sync")
    StepList racks() {
      return begin().then(this::sync);
    }

    @Step("Sync")
    void sync() {}
  }

  @Workflows
  record MissingKey() {

    // tag::key
    @Task("Sync sites")
    StepList taskSyncSites() {
      return begin().then(this::fetchSites).then(this::storeSites);
    }

    @Step("Fetch sites")
    State fetchSites() {
      return State.of("site_count", 3);
    }

    @Step("Store sites")
    void storeSites(int sitesCount) {}
    // end::key
  }

  @Workflows
  record WrongType() {

    @Task("Sync sites")
    StepList taskSyncSites() {
      return begin().then(this::fetchSites).then(this::storeSites);
    }

    // tag::typed
    @Step("Fetch sites")
    State fetchSites() {
      return State.of("site_count", "three");
    }

    @Step("Store sites")
    void storeSites(int siteCount) {}
    // end::typed
  }

  @Workflows
  record NoPage() {

    // tag::page
    record SitesPage(String site) {}

    @Task("Sync sites")
    StepList taskSyncSites() {
      return begin(this::askSite).then(this::sync);
    }

    SitesPage askSite(Form form) {
      return form.ask(SitesPage.class);
    }
    // end::page

    @Step("Sync")
    void sync(String site) {}
  }
}
