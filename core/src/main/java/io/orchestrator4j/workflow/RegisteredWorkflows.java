package io.orchestrator4j.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The workflows that this application defines, each with the id of its row. */
public final class RegisteredWorkflows {

  private final DefinedWorkflows defined;
  private final Map<String, UUID> ids;

  /** Workflows, and an id for each of their names. */
  public RegisteredWorkflows(DefinedWorkflows defined, Map<String, UUID> ids) {
    this.defined = defined;
    this.ids = Map.copyOf(ids);
  }

  /** The workflow of this name. */
  public Optional<WorkflowDefinition> named(String name) {
    return defined.named(name);
  }

  /** All of them, by name. */
  public Collection<WorkflowDefinition> all() {
    return defined.all();
  }

  /** The id of a workflow's row. */
  public UUID idOf(WorkflowDefinition workflow) {
    UUID id = ids.get(workflow.name());
    if (id == null) {
      throw new IllegalArgumentException(
          "The workflow '%s' is not registered".formatted(workflow.name()));
    }
    return id;
  }
}
