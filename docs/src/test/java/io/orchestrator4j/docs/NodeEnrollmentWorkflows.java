package io.orchestrator4j.docs;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.InLifecycle;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.ValidateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.Optional;

/** The guide's workflows on a node that is taken into service. */
@Workflows(NodeEnrollment.class)
record NodeEnrollmentWorkflows(NodeEnrollmentWorkflows.Esdb esdb, NodeEnrollmentWorkflows.Nso nso) {

  /** The author's own client of the inventory. */
  interface Esdb {
    Node node(int id);

    /** A node as the inventory has it. */
    record Node(String name) {}
  }

  /** The author's own client of what provisions devices. */
  interface Nso {
    Optional<String> device(String name);

    void remove(String name);
  }

  // tag::validate
  @ValidateWorkflow(
      value = "Validate Node Enrollment before production",
      usableIn = {PROVISIONING, ACTIVE})
  StepList validateNodeEnrollment() {
    return begin().then(this::loadNodeName).then(this::checkNso);
  }

  @Step("Check NSO")
  State checkNso(NodeEnrollment subscription, String nodeName) {
    verify(nso.device(nodeName).isPresent(), "Device not found in NSO");
    return State.of("check_nso", "OK");
  }
  // end::validate

  @Step("Load the node's name")
  State loadNodeName(NodeEnrollment subscription) {
    return State.of("node_name", esdb.node(subscription.ne.esdbNodeId).name());
  }

  // tag::modify
  @ModifyWorkflow(value = "Modify Node Enrollment", usableIn = PROVISIONING)
  StepList modifyNodeEnrollment() {
    return begin(this::askName).then(this::updateSubscriptionAndDescription);
  }

  @Step("Activate Subscription")
  NodeEnrollment updateSubscriptionAndDescription(
      @InLifecycle(PROVISIONING) NodeEnrollment subscription, String nodeName) {
    subscription.transitionTo(ACTIVE);
    subscription.description("Node " + nodeName + " Production");
    return subscription;
  }
  // end::modify

  @FormPage
  record NamePage(String nodeName) {}

  NamePage askName(Form form) {
    return form.ask(NamePage.class);
  }

  // tag::terminate
  @TerminateWorkflow("Terminate Node Enrollment subscription")
  StepList terminateNodeEnrollment() {
    return begin().then(this::loadSubscriptionInfo).then(this::deprovision);
  }

  @Step("Load relevant subscription information")
  State loadSubscriptionInfo(NodeEnrollment subscription) {
    Esdb.Node node = esdb.node(subscription.ne.esdbNodeId);
    return State.of("subscription", subscription, "node_name", node.name());
  }
  // end::terminate

  @Step("Deprovision")
  void deprovision(String nodeName) {
    nso.remove(nodeName);
  }
}
