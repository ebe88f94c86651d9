package io.orchestrator4j.engine;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;

import io.orchestrator4j.engine.TestingModels.Thing;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;

/** Workflows on things, whose steps do with them what a test wants. */
@Workflows(Thing.class)
final class ThingWorkflows {

  interface Body {
    State run(Thing thing, StepContext context) throws Exception;
  }

  /** What the free step does. */
  volatile Body body = (thing, _) -> State.of("subscription", thing);

  /** What forms have seen. */
  final Set<String> seen = new CopyOnWriteArraySet<>();

  @FormPage
  record NewName(String name) {}

  @FormPage
  record Many(List<UUID> things) {}

  @CreateWorkflow("Create thing")
  StepList createThing() {
    return begin(this::askName).then(this::create).then(storeProcessSubscription());
  }

  State askName(Form form) {
    return State.of(form.ask(NewName.class)).and("subscription_id", UUID.randomUUID());
  }

  @Step("Create")
  Thing create(UUID subscriptionId, String name) {
    return TestingModels.create(subscriptionId, name);
  }

  @ModifyWorkflow("Change thing")
  StepList changeThing() {
    return begin().then(this::act);
  }

  @ModifyWorkflow(value = "Act on thing", lock = false)
  StepList actOnThing() {
    return begin().then(this::act);
  }

  @Step("Act")
  State act(Thing subscription, StepContext context) throws Exception {
    return body.run(subscription, context);
  }

  @ModifyWorkflow(value = "Ask about thing", lock = false)
  StepList askAboutThing() {
    return begin(this::askFirst).then(this::askAgain).then(this::act);
  }

  State askFirst(Form form, Thing subscription) {
    seen.add(subscription.description());
    NewName page = form.ask(NewName.class, rules -> rules.title(subscription.description()));
    subscription.description("changed by the form");
    return State.of("subscription", subscription).and(page);
  }

  @InputStep("Ask again")
  State askAgain(Form form, Thing subscription, String name) {
    seen.add(subscription.description() + " after " + name);
    NewName page = form.ask(NewName.class, rules -> rules.title(subscription.description()));
    subscription.description("changed by the input step");
    return State.of("things", List.of(subscription), "second", page.name());
  }

  @ModifyWorkflow("Ask about a changed thing")
  StepList askAboutAChangedThing() {
    return begin().then(this::act).then(this::askIfPlain).then(this::one);
  }

  @InputStep("Ask if it is plain")
  State askIfPlain(Form form, Thing subscription) {
    return subscription.description().equals("plain")
        ? State.of(form.ask(NewName.class))
        : State.of("name", "of " + subscription.description());
  }

  @TerminateWorkflow("Terminate thing")
  StepList terminateThing() {
    return begin();
  }

  @Task("Compare things")
  StepList compareThings() {
    return begin(this::askThings).then(this::compare);
  }

  Many askThings(Form form) {
    return form.ask(Many.class);
  }

  @Step("Compare")
  State compare(List<Thing> things) {
    return State.of("names", things.stream().map(Thing::description).toList());
  }

  @Task("Bare")
  StepList bare() {
    return begin().then(this::one).then(this::one).then(this::one);
  }

  @Step("One")
  State one(StepContext context) {
    return State.of("last", context.idempotencyKey());
  }
}
