package io.orchestrator4j.workflow;

import java.util.Optional;

/**
 * A rule that says whether a workflow may be started now: asked at every start, whichever way it
 * came in. It is asked often and under load, so it answers quickly.
 */
@FunctionalInterface
public interface RunPredicate {

  /** Why the workflow may not be started, in words for the person who asked; empty if it may. */
  Optional<String> refusal(RunContext context);
}
