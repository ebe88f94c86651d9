package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.subscription.SaveUnit;
import io.orchestrator4j.subscription.UnitOfWork;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.LifecycleStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepEffects;
import io.orchestrator4j.workflow.StepParameter;
import io.orchestrator4j.workflow.StepUnit;
import io.orchestrator4j.workflow.SubscriptionReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The domain models of one attempt of a step. */
final class LifecycleUnit implements StepUnit {

  private final UnitOfWork work;
  private final @Nullable UUID processId;

  LifecycleUnit(UnitOfWork work, @Nullable UUID processId) {
    this.work = work;
    this.processId = processId;
  }

  @Override
  public Object load(StepParameter.Model parameter, JsonNode stored) {
    if (!parameter.list()) {
      return load(parameter, List.of(ModelId.of(parameter, stored))).getFirst();
    }
    if (!stored.isArray()) {
      throw ModelId.noList(parameter, stored);
    }
    List<UUID> ids = new ArrayList<>();
    stored.forEach(item -> ids.add(ModelId.of(parameter, item)));
    return load(parameter, ids);
  }

  private List<?> load(StepParameter.Model parameter, List<UUID> ids) {
    List<?> models = work.load(parameter.type(), ids);
    models.forEach(model -> requireLifecycle(parameter, (SubscriptionModel) model));
    return models;
  }

  private static void requireLifecycle(
      StepParameter.Model parameter, SubscriptionModel subscription) {
    if (!parameter.lifecycles().isEmpty()
        && !parameter.lifecycles().contains(subscription.status())) {
      throw new WrongLifecycle(parameter, subscription);
    }
  }

  @Override
  public <T extends @Nullable Object> T within(Callable<T> call) throws Exception {
    return work.within(call);
  }

  @Override
  public State perform(LifecycleStep step, ObjectNode state) {
    return switch (step) {
      case LifecycleStep.Relate(boolean providing) ->
        relate(ModelId.ofProcess(state), providing && !state.hasNonNull(ModelId.SUBSCRIPTION));
      case LifecycleStep.Lock(boolean checked) -> lock(ModelId.ofProcess(state), checked, state);
      case LifecycleStep.Unlock() -> unlock(ModelId.ofProcess(state));
      case LifecycleStep.StoreNote() -> note(ModelId.ofProcess(state), state.path("note"));
      case LifecycleStep.SetStatus(var status) -> {
        SubscriptionModel subscription =
            work.load(SubscriptionModel.class, ModelId.ofProcess(state));
        subscription.transitionTo(status);
        yield State.of(ModelId.SUBSCRIPTION, subscription);
      }
    };
  }

  private State relate(UUID id, boolean providing) {
    work.link(id);
    return providing
        ? State.of(ModelId.SUBSCRIPTION, work.load(SubscriptionModel.class, id))
        : State.empty();
  }

  // run again after a crash, the lock is there already, and what it was before must not be
  // forgotten
  private State lock(UUID id, boolean checked, ObjectNode state) {
    SubscriptionModel subscription = work.load(SubscriptionModel.class, id);
    State result = State.of(ModelId.SUBSCRIPTION, subscription);
    if (!checked) {
      var _ = work.lock(id);
      return result;
    }
    ObjectNode before = state.get(ModelId.OLD_SUBSCRIPTIONS) instanceof ObjectNode known
        ? known.deepCopy()
        : Json.object();
    if (!before.has(id.toString())) {
      before.set(id.toString(), SubscriptionReference.of(subscription).toTree());
    }
    work.requireLock(id);
    return result.and(ModelId.OLD_SUBSCRIPTIONS, before);
  }

  private State note(UUID id, JsonNode note) {
    work.evenIfLocked(id);
    SubscriptionModel subscription = work.load(SubscriptionModel.class, id);
    subscription.note(note.isString() ? note.stringValue() : null);
    return State.of(ModelId.SUBSCRIPTION, subscription);
  }

  private State unlock(UUID id) {
    SubscriptionModel subscription = work.load(SubscriptionModel.class, id);
    boolean _ = work.unlock(id);
    return State.of(ModelId.SUBSCRIPTION, subscription);
  }

  @Override
  public StepEffects end(State result) {
    Set<SubscriptionModel> saved = new LinkedHashSet<>();
    State _ = result.written(subscription -> {
      saved.add(subscription);
      return Json.mapper().nullNode();
    });
    SaveUnit unit = work.end(saved);
    // only now the models have the versions that they will be stored as
    State written =
        result.written(subscription -> SubscriptionReference.of(subscription).toTree());
    return new StepEffects(
        withId(written, result), unit.isEmpty() ? null : new SavedModels(unit), unit.changed());
  }

  /** The process's own subscription is known by its id from the step on that returns it first. */
  private State withId(State written, State result) {
    return processId != null
            && result.find(ModelId.SUBSCRIPTION, Object.class).orElse(null)
                instanceof SubscriptionModel own
            && !result.has(ModelId.SUBSCRIPTION_ID)
        ? written.and(ModelId.SUBSCRIPTION_ID, own.subscriptionId().toString())
        : written;
  }
}
