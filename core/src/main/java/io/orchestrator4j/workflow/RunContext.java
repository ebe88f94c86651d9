package io.orchestrator4j.workflow;

/**
 * The start that a {@link RunPredicate} is asked about.
 *
 * @param workflow the name of the workflow that is to be started
 * @param caller who wants to start it
 */
public record RunContext(String workflow, Caller caller) {}
