package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;

/** Reads what a record declares as a form. */
public interface DefinitionReader {

  /**
   * The form that a record is.
   *
   * @throws DefinitionProblem if it is none
   */
  <R extends Record> PageDefinition<R> read(Class<R> type);
}
