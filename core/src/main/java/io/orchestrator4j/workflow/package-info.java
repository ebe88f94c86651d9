/**
 * What a workflow is: the annotations that an author writes, chains of steps, the State that they
 * share, and what a step's method came to. Values and reading of the author's classes; knows nothing
 * of processes, databases or threads.
 *
 * <p>Authors import {@code io.orchestrator4j.workflow.*} and {@code import static
 * io.orchestrator4j.workflow.Steps.*}.
 */
@NullMarked
package io.orchestrator4j.workflow;

import org.jspecify.annotations.NullMarked;
