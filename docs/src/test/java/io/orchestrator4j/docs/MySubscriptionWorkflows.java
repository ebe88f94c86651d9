package io.orchestrator4j.docs;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflows;
import java.util.UUID;

/** The guide's smallest create workflow, and one that tells another system. */
// tag::minimal
@Workflows(MySubscription.class)
record MySubscriptionWorkflows(Subscriptions subscriptions, ExternalSystem externalSystem) {

  @CreateWorkflow("Create product subscription")
  StepList createProductSubscription() {
    return begin(this::initialInputForm).then(this::createSubscription);
  }
  // end::minimal

  // tag::form
  @FormPage
  record InputPage(String userInput) {}

  InputPage initialInputForm(Form form, String productName) {
    return form.ask(InputPage.class, page -> page.title(productName));
  }
  // end::form

  // tag::step
  @Step("Create subscription")
  State createSubscription(UUID product, String userInput) {
    MySubscription subscription = buildSubscription(product, userInput);
    return State.of("subscription", subscription);
  }
  // end::step

  // tag::model
  @Step("Add subscription to external system")
  State addSubscriptionToExternalSystem(MySubscription subscription) {
    MyBlock payload = subscription.myBlock;
    String response = externalSystem.add(payload);
    return State.of("response", response);
  }
  // end::model

  @CreateWorkflow("Create product subscription and tell another system")
  StepList createAndTell() {
    return begin(this::initialInputForm)
        .then(this::createSubscription)
        .then(this::addSubscriptionToExternalSystem);
  }

  private MySubscription buildSubscription(UUID product, String userInput) {
    MySubscription subscription = subscriptions.create(
        MySubscription.class, product, CustomerInfo.standard().customerId());
    subscription.myBlock.wish = userInput;
    return subscription;
  }

  /** The author's own client of another system. */
  interface ExternalSystem {
    String add(MyBlock payload);
  }
  // tag::minimal
}
// end::minimal
