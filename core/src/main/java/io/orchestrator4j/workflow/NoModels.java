package io.orchestrator4j.workflow;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The unit of every step of an application without product types: there is nothing to load or save. */
final class NoModels implements StepUnit {

  static final StepUnit UNIT = new NoModels();

  private NoModels() {}

  @Override
  public Object load(StepParameter.Model parameter, JsonNode stored) {
    throw none(
        "%s: the parameter '%s' is a domain model".formatted(parameter.place(), parameter.name()));
  }

  @Override
  public <T extends @Nullable Object> T within(Callable<T> call) throws Exception {
    return call.call();
  }

  @Override
  public State perform(LifecycleStep step, ObjectNode state) {
    throw none("The builtin step '%s' does something to a subscription".formatted(step.name()));
  }

  @Override
  public StepEffects end(State result) {
    return StepEffects.none(result);
  }

  private static IllegalStateException none(String what) {
    return new IllegalStateException(
        what + ", and this application has no product types. Register them");
  }
}
