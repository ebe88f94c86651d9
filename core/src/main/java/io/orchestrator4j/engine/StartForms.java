package io.orchestrator4j.engine;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepUnit;
import io.orchestrator4j.workflow.WorkflowDefinition;
import tools.jackson.databind.node.ObjectNode;

/** What is asked before a process starts. Thread-safe. */
public interface StartForms {

  /** Whether anything is asked; if not, there is one page without fields, so that looking at it starts nothing. */
  boolean asks(WorkflowDefinition workflow);

  /**
   * Asks. It is called again for each page that was filled in, from the first one on.
   *
   * @param given what every process has in its State: who starts it, and which workflow; not to be changed
   * @param unit what loads domain models for the author's form, to be handed to {@link WorkflowDefinition#ask}
   * @return what the process has in its State besides
   * @throws Exception whatever the author's form method throws
   */
  State ask(WorkflowDefinition workflow, ObjectNode given, Form form, StepUnit unit)
      throws Exception;

  /** The author's form and nothing else. */
  static StartForms ofAuthors() {
    return new StartForms() {
      @Override
      public boolean asks(WorkflowDefinition workflow) {
        return workflow.hasForm();
      }

      @Override
      public State ask(WorkflowDefinition workflow, ObjectNode given, Form form, StepUnit unit)
          throws Exception {
        return workflow.ask(given, form, unit);
      }
    };
  }
}
