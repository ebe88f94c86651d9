package io.orchestrator4j.engine;

import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepModels;
import io.orchestrator4j.workflow.WorkflowDefinition;
import tools.jackson.databind.node.ObjectNode;

/** Calls forms. The domain models that are loaded for one are never saved: its unit is not ended. Thread-safe. */
final class FormCalls {

  private final StepModels models;
  private final StartForms starts;

  FormCalls(StepModels models, StartForms starts) {
    this.models = models;
    this.starts = starts;
  }

  /** Whether anything is asked before a process of the workflow starts. */
  boolean asks(WorkflowDefinition workflow) {
    return starts.asks(workflow);
  }

  /** What is asked before a process starts. */
  Forms.Asked<State> start(WorkflowDefinition workflow, ObjectNode given, String actor) {
    return form -> starts.ask(workflow, given, form, models.open(null, actor));
  }

  /** What a step asks. */
  Forms.Asked<State> step(PlacedStep step, ObjectNode state, ProcessId processId, String actor) {
    return form -> step.ask(state, form, models.open(processId.value(), actor));
  }
}
