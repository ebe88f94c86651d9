package io.orchestrator4j.workflow;

import java.util.Optional;

/** The run predicates that the platform answers itself, from what only it knows. */
public final class RunPredicates {

  private static final NoUncompletedInstance NO_UNCOMPLETED_INSTANCE = new NoUncompletedInstance();

  private RunPredicates() {}

  /** Refuses a start while an earlier process of the same workflow is not finished. */
  public static NoUncompletedInstance noUncompletedInstance() {
    return NO_UNCOMPLETED_INSTANCE;
  }

  /**
   * No other process of the workflow may be unfinished. Only the gate of operations can tell, under
   * its lock: two starts at once must not both find none.
   */
  public record NoUncompletedInstance() implements RunPredicate {

    @Override
    public Optional<String> refusal(RunContext context) {
      throw new IllegalStateException(
          "whether %s has an unfinished process is asked of the database, under a lock"
              .formatted(context.workflow()));
    }
  }
}
