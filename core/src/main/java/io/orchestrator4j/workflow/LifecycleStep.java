package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;

/** What a builtin step does to the subscription of a process: the closed list that the lifecycle carries out. */
public sealed interface LifecycleStep {

  /** Links the process to the subscription. */
  record Relate() implements LifecycleStep {}

  /**
   * Takes the lock of the subscription.
   *
   * @param checked whether a subscription that is locked already is a failure; if not, the step goes on without the
   *     lock
   */
  record Lock(boolean checked) implements LifecycleStep {}

  /** Gives the lock back, if the process has it. */
  record Unlock() implements LifecycleStep {}

  /** Takes the subscription to a status. */
  record SetStatus(SubscriptionLifecycle status) implements LifecycleStep {}
}
