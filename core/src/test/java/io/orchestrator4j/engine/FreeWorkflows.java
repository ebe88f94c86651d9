package io.orchestrator4j.engine;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Workflows of one step, which does with its context what a test wants. */
@Workflows
final class FreeWorkflows {

  interface Body {
    State run(StepContext context) throws Exception;
  }

  volatile Body body = _ -> State.empty();

  /** The key of each attempt. */
  final List<UUID> keys = new CopyOnWriteArrayList<>();

  @Task("Free")
  StepList free() {
    return begin().then(this::act);
  }

  @Task("Limited")
  StepList limited() {
    return begin().then(this::actInTime);
  }

  @Step("Act")
  State act(StepContext context) throws Exception {
    keys.add(context.idempotencyKey());
    return body.run(context);
  }

  @Step(value = "Act in time", timeout = "150ms", system = "netbox")
  State actInTime(StepContext context) throws Exception {
    return body.run(context);
  }
}
