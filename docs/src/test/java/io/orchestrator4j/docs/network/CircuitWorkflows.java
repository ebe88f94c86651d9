package io.orchestrator4j.docs.network;

import static io.orchestrator4j.docs.network.PortMode.TAGGED;
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
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.UUID;

/** A circuit is sold between two ports, and changed. */
// tag::create
@Workflows(Circuit.class)
record CircuitWorkflows(Subscriptions subscriptions, CircuitController controller) {

  @FormPage
  record CircuitPage(
      @Customer String customerId,
      List<UUID> ports,
      @Min(2) @Max(4094) int vlan,
      @Positive int bandwidth) {}

  @CreateWorkflow("Create circuit")
  StepList createCircuit() {
    return begin(this::askCircuit)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::fillIn)
        .then(this::connect);
  }

  CircuitPage askCircuit(Form form, String productName) {
    return form.ask(CircuitPage.class, page -> {
      page.title(productName);
      page.field(CircuitPage::ports)
          .choices(subscriptions.find(Port.class).in(ACTIVE).where("port.port_mode", TAGGED))
          .items(2, 2)
          .unique();
    });
  }

  @Step("Create subscription")
  Circuit createSubscription(UUID product, String customerId) {
    return subscriptions.create(Circuit.class, product, customerId);
  }

  @Step("Fill in the circuit")
  Circuit fillIn(Circuit subscription, CircuitPage page) {
    CircuitBlock circuit = subscription.circuit;
    circuit.bandwidth = page.bandwidth();
    List<Port> ports = subscriptions.load(Port.class, page.ports());
    for (int i = 0; i < ports.size(); i++) {
      TaggedBlock tagged = new TaggedBlock();
      tagged.vlan = page.vlan();
      EndpointBlock endpoint = circuit.endpoints.get(i);
      endpoint.port = ports.get(i).port;
      endpoint.encapsulation = tagged;
    }
    subscription.description("Circuit of " + circuit.bandwidth + " Mbit/s");
    subscription.transitionTo(PROVISIONING);
    return subscription;
  }

  @Step("Connect the ports")
  Circuit connect(@InLifecycle(PROVISIONING) Circuit subscription) {
    subscription.circuit.circuitId = controller.connect(subscription.circuit);
    return subscription;
  }
  // end::create

  @FormPage
  record BandwidthPage(@Positive int bandwidth) {}

  // tag::modify
  @ModifyWorkflow("Change bandwidth")
  StepList changeBandwidth() {
    return begin(this::askBandwidth).then(this::applyBandwidth);
  }

  BandwidthPage askBandwidth(Form form, Circuit subscription) {
    return form.ask(BandwidthPage.class, page -> page.values(subscription.circuit));
  }

  @Step("Change the bandwidth")
  Circuit applyBandwidth(Circuit subscription, int bandwidth) {
    controller.limit(subscription.circuit.circuitId, bandwidth);
    subscription.circuit.bandwidth = bandwidth;
    return subscription;
  }
  // end::modify
  // tag::create
}
// end::create
