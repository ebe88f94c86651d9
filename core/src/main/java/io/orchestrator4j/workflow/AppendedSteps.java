package io.orchestrator4j.workflow;

/**
 * Steps that an application adds to each workflow of a target, directly behind the author's own; plain workflows, to
 * which nothing is added, are left alone.
 *
 * @param target {@link Target#SYSTEM} for tasks
 */
public record AppendedSteps(Target target, StepList steps) {}
