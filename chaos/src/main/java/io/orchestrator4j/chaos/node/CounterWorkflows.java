package io.orchestrator4j.chaos.node;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.chaos.counter.Content;
import io.orchestrator4j.chaos.counter.Counter;
import io.orchestrator4j.chaos.counter.PartBlock;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.ValidateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The life of a counter. Each step that changes it counts that there, and records what it has made of it. */
@Workflows(Counter.class)
public final class CounterWorkflows {

  private static final String CUSTOMER = "chaos";

  private final Subscriptions subscriptions;
  private final ChaosWorkflows general;

  CounterWorkflows(Subscriptions subscriptions, ChaosWorkflows general) {
    this.subscriptions = subscriptions;
    this.general = general;
  }

  @CreateWorkflow("Create a counter")
  StepList createCounter() {
    return begin(general::askPlan)
        .then(this::create)
        .then(storeProcessSubscription())
        .then(this::addPart)
        .then(general::callOnce)
        .then(this::move)
        .then(this::addPart);
  }

  @ModifyWorkflow("Change a counter")
  StepList changeCounter() {
    return begin(general::askPlan)
        .then(this::replacePart)
        .then(general::callOnce)
        .then(this::move)
        .then(this::increment);
  }

  @ModifyWorkflow("Break a counter")
  StepList breakCounter() {
    return begin(general::askPlan).then(this::increment).then(general::fail).then(this::increment);
  }

  @ModifyWorkflow("Ask about a counter")
  StepList askAboutCounter() {
    return begin(general::askPlan).then(this::addPart).then(general::answer).then(this::increment);
  }

  @ModifyWorkflow("Change a counter slowly")
  StepList changeCounterSlowly() {
    return begin(general::askPlan)
        .then(this::increment)
        .then(general::callOnce)
        .then(this::replacePart)
        .then(general::callAgain)
        .then(this::increment);
  }

  @ValidateWorkflow("Look at a counter")
  StepList lookAtCounter() {
    return begin(general::askPlan).then(this::look).then(general::callOnce).then(this::look);
  }

  @TerminateWorkflow("End a counter")
  StepList endCounter() {
    return begin(general::askPlan).then(this::increment).then(general::callOnce);
  }

  @Step("Create")
  State create(UUID product, int number, @DefaultValue("0") int count) {
    Counter created = subscriptions.create(Counter.class, product, CUSTOMER);
    created.description("Counter of process " + number);
    return changed(created, count);
  }

  @Step("Increment")
  State increment(Counter subscription, @DefaultValue("0") int count) {
    return changed(subscription, count);
  }

  @Step("Add a part")
  State addPart(Counter subscription, int number, @DefaultValue("0") int count) {
    subscription.counter.parts.add(part(number));
    return changed(subscription, count);
  }

  // in front, so that their order is another than that of their ids
  @Step("Replace a part")
  State replacePart(Counter subscription, int number, @DefaultValue("0") int count) {
    List<PartBlock> parts = new ArrayList<>(subscription.counter.parts);
    parts.removeLast();
    parts.addFirst(part(number));
    subscription.counter.parts = parts;
    return changed(subscription, count);
  }

  // some counters want the same places: who comes too late fails, and tries the next one when it is
  // retried
  @Step("Move")
  State move(Counter subscription, StepContext context, int places, @DefaultValue("0") int count) {
    subscription.counter.place = places + context.attempt();
    return changed(subscription, count);
  }

  @Step("Look")
  State look(Counter subscription) {
    verify(!subscription.counter.parts.isEmpty(), "A counter has parts");
    return State.of("subscription", subscription, "content", Content.of(subscription));
  }

  private static PartBlock part(int number) {
    PartBlock part = new PartBlock();
    part.addedBy = number;
    return part;
  }

  private static State changed(Counter counter, int count) {
    counter.counter.count++;
    return State.of("subscription", counter, "content", Content.of(counter), "count", count + 1);
  }
}
