package io.orchestrator4j.benchmarks.sold;

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
import java.util.UUID;

/** Sells a rack of ten blocks in five steps, each of which changes it. */
@Workflows(Rack.class)
public final class RackWorkflows {

  /** The workflow. */
  public static final String NAME = "create_rack";

  /** How many blocks a rack has. */
  public static final int BLOCKS = 10;

  /** How many steps change the subscription or link it: the author's, and three that every create workflow has. */
  public static final int STEPS = 5 + 3;

  private final Subscriptions subscriptions;

  /** On the subscriptions of an orchestrator. */
  public RackWorkflows(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @FormPage
  record RackPage(@Customer String customerId) {}

  @CreateWorkflow("Create rack")
  StepList createRack() {
    return begin(this::askCustomer)
        .then(this::createSubscription)
        .then(storeProcessSubscription())
        .then(this::plan)
        .then(this::reserve)
        .then(this::configure)
        .then(this::label);
  }

  RackPage askCustomer(Form form, String productName) {
    return form.ask(RackPage.class, page -> page.title(productName));
  }

  @Step("Create subscription")
  Rack createSubscription(UUID product, String customerId) {
    Rack rack = subscriptions.create(Rack.class, product, customerId);
    rack.fill(BLOCKS);
    return rack;
  }

  @Step("Plan the rack")
  Rack plan(Rack subscription) {
    subscription.description("Rack of %d switches".formatted(subscription.switches.size()));
    subscription.transitionTo(PROVISIONING);
    return subscription;
  }

  @Step("Reserve the ports")
  Rack reserve(@InLifecycle(PROVISIONING) Rack subscription) {
    subscription.switches.forEach(each -> each.ports.forEach(port -> port.reserved = true));
    return subscription;
  }

  @Step("Configure the switches")
  Rack configure(@InLifecycle(PROVISIONING) Rack subscription) {
    subscription.switches.forEach(each -> each.address = "192.0.2." + each.unit);
    return subscription;
  }

  @Step("Label the uplink")
  Rack label(@InLifecycle(PROVISIONING) Rack subscription) {
    subscription.switches.getFirst().ports.getFirst().remark = "uplink";
    return subscription;
  }
}
