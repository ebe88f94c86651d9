package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;

/** What a builtin step does to the subscription of a process: the closed list that the lifecycle carries out. */
public sealed interface LifecycleStep {

  /**
   * Links the process to the subscription.
   *
   * @param providing whether it puts the subscription into the State where that has only its id, since no later builtin
   *     step does
   */
  record Relate(boolean providing) implements LifecycleStep {}

  /**
   * Takes the lock of the subscription.
   *
   * @param checked whether a subscription that is locked already is a failure; if not, the step goes on without the
   *     lock, also if somebody else is faster at the same moment
   */
  record Lock(boolean checked) implements LifecycleStep {}

  /** Gives the lock back, if the process has it. */
  record Unlock() implements LifecycleStep {}

  /** Writes the State's {@code note} on the subscription, whoever has it locked: a note changes nothing that is sold. */
  record StoreNote() implements LifecycleStep {}

  /** Takes the subscription to a status. */
  record SetStatus(SubscriptionLifecycle status) implements LifecycleStep {}

  /** The step's id in the journal. */
  default String id() {
    return switch (this) {
      case Relate _ -> "store_process_subscription";
      case Lock _ -> "lock_subscription";
      case Unlock() -> "unlock_subscription";
      case StoreNote() -> "store_note";
      case SetStatus(var status) -> "set_status_" + status.text();
    };
  }

  /** The name that people read. */
  default String name() {
    return switch (this) {
      case Relate _ -> "Create Process Subscription relation";
      case Lock _ -> "Lock subscription";
      case Unlock() -> "Unlock subscription";
      case StoreNote() -> "Store note";
      case SetStatus(var status) -> "Set subscription to '%s'".formatted(status.text());
    };
  }
}
