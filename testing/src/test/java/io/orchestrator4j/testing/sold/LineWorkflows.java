package io.orchestrator4j.testing.sold;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;

import io.orchestrator4j.form.Choice;
import io.orchestrator4j.form.Customer;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What can be done with a line. */
@Workflows(Line.class)
record LineWorkflows(Subscriptions subscriptions, Clock clock) {

  @FormPage
  record LinePage(
      @Customer String customerId,
      @Size(min = 2) String place,
      @Choice int number) {}

  @CreateWorkflow("Create line")
  StepList createLine() {
    return begin(this::askLine)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::fill);
  }

  LinePage askLine(Form form, String productName) {
    return form.ask(LinePage.class, page -> {
      page.title(productName);
      page.field(LinePage::number).choices(Map.of(7, "Seven"));
    });
  }

  @Step("Create subscription")
  Line createSubscription(UUID product, String customerId) {
    return subscriptions.create(Line.class, product, customerId);
  }

  @Step("Fill in")
  Line fill(Line subscription, LinePage page) {
    subscription.line.place = page.place();
    subscription.line.number = page.number();
    subscription.note(clock.instant().toString());
    return subscription;
  }

  @FormPage
  record PlacePage(String place) {}

  @ModifyWorkflow("Move line")
  StepList moveLine() {
    return begin(this::askPlace).then(this::move);
  }

  PlacePage askPlace(Form form) {
    return form.ask(PlacePage.class);
  }

  @Step("Move")
  Line move(Line subscription, String place) {
    subscription.line.place = place;
    return subscription;
  }
}
