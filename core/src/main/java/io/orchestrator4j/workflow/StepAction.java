package io.orchestrator4j.workflow;

/** What a step does when it is reached; the closed list that the engine switches over. */
public sealed interface StepAction {

  /** The builtin step that every process begins with. */
  record Start() implements StepAction {}

  /** Calls the author's method. */
  record Call(AuthorMethod method) implements StepAction {}

  /** Does something to the subscription of the process. Run again after a crash it does no harm. */
  record Lifecycle(LifecycleStep step) implements StepAction {}

  /** Suspends the process until the author's form has been filled in. */
  record Ask(AuthorMethod form) implements StepAction {}

  /** The builtin step that completes the process. */
  record Done() implements StepAction {}

  /** Whether reaching the step takes work, and not only a record. */
  default boolean isWork() {
    return switch (this) {
      case Call _, Lifecycle _ -> true;
      case Start _, Ask _, Done _ -> false;
    };
  }
}
