package io.orchestrator4j.engine;

import io.orchestrator4j.process.Journal;
import io.orchestrator4j.process.Position;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.List;
import java.util.Optional;

/** Reads a process together with its definition and its position in it. */
final class Loading {

  private final ProcessStore store;
  private final RegisteredWorkflows workflows;

  Loading(ProcessStore store, RegisteredWorkflows workflows) {
    this.store = store;
    this.workflows = workflows;
  }

  /**
   * A process that stands at a step of a workflow that this program has.
   *
   * @param position the number of the step that comes next, from 0
   */
  record Loaded(
      ProcessInstance process, WorkflowDefinition workflow, Journal journal, int position) {

    /** The step that comes next. */
    PlacedStep next() {
      return workflow.steps().get(position);
    }

    /** How often the next step was tried before. */
    int failedAttempts() {
      return position < workflow.steps().size()
          ? journal.failedAttempts(workflow.steps().get(position).path())
          : 0;
    }
  }

  ProcessInstance process(ProcessId processId) {
    return store.find(processId).orElseThrow(() -> new OperationRefused.ProcessNotFound(processId));
  }

  Optional<WorkflowDefinition> workflowOf(ProcessInstance process) {
    return workflows.named(process.workflow().name());
  }

  /**
   * The process, ready to go on.
   *
   * @throws OperationRefused if its workflow is gone or no longer fits its journal
   */
  Loaded ready(ProcessInstance process) {
    requireWorkflow(process);
    return ready(process, store.journalsSinceSnapshot(List.of(process)).getFirst());
  }

  private WorkflowDefinition requireWorkflow(ProcessInstance process) {
    return workflowOf(process)
        .orElseThrow(
            () -> new OperationRefused.WorkflowRemoved(process.workflow().name()));
  }

  /**
   * The process, ready to go on.
   *
   * @param journal as it was when the process was read
   * @throws OperationRefused if its workflow is gone or no longer fits its journal
   */
  Loaded ready(ProcessInstance process, Journal journal) {
    String name = process.workflow().name();
    WorkflowDefinition workflow = requireWorkflow(process);
    return switch (Position.of(journal, workflow.steps())) {
      case Position.Before(int index) -> new Loaded(process, workflow, journal, index);
      case Position.Lost(String recorded, String defined) ->
        throw new OperationRefused.DefinitionChanged(name, recorded, defined);
    };
  }
}
