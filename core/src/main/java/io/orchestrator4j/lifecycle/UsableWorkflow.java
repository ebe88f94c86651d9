package io.orchestrator4j.lifecycle;

import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workflow of a subscription's product, and whether it may start on the subscription.
 *
 * @param description as people have edited it
 * @param refusal why it may not; null where it may
 */
public record UsableWorkflow(
    WorkflowDefinition workflow,
    String description,
    @Nullable StartRefusal refusal) {

  /** The workflow's name. */
  public String name() {
    return workflow.name();
  }

  /** Whether it may start. */
  public boolean isStartable() {
    return refusal == null;
  }

  /** Why it may not start; empty where it may. */
  public Optional<StartRefusal> whyNot() {
    return Optional.ofNullable(refusal);
  }

  /** The same, refused to who may not start it. */
  UsableWorkflow to(Caller caller) {
    return refusal != null || workflow.startAuthorizer().allows(caller)
        ? this
        : new UsableWorkflow(workflow, description, new StartRefusal.InsufficientPermissions());
  }
}
