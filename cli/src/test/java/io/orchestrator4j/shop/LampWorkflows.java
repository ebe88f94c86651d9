package io.orchestrator4j.shop;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;

import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.UUID;

@Workflows(Lamp.class)
public final class LampWorkflows {

  private final Subscriptions subscriptions;

  LampWorkflows(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @CreateWorkflow("Create lamp")
  StepList createLamp() {
    return begin().then(this::create).then(storeProcessSubscription());
  }

  @Step("Create")
  Lamp create(UUID product) {
    return subscriptions.create(Lamp.class, product, "ann");
  }

  @TerminateWorkflow("Terminate lamp")
  StepList terminateLamp() {
    return begin();
  }
}
