package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What chains of steps are made of; to be imported statically. Statuses of subscriptions are imported from {@link
 * SubscriptionLifecycle}, since annotations take them from nowhere else.
 */
public final class Steps extends MethodFactories {

  /** The network operations centre. */
  public static final Assignee NOC = Assignee.NOC;

  /** The platform itself. */
  public static final Assignee SYSTEM = Assignee.SYSTEM;

  /** The team for changes. */
  public static final Assignee CHANGES = Assignee.CHANGES;

  /** Customer support. */
  public static final Assignee KLANTSUPPORT = Assignee.KLANTSUPPORT;

  private Steps() {}

  /** Opens a chain without a form. */
  public static StepList begin() {
    return StepList.opening();
  }

  /** Opens a chain with a form that comes with the platform: {@code begin(confirmation())}. */
  public static StepList begin(StartForm form) {
    return StepList.opening(form);
  }

  /** Opens the chain of a plain workflow without a form, with the builtin step Start. */
  public static StepList init() {
    return StepList.opening().then(WorkflowStep.start());
  }

  /** The builtin step Done, which ends the chain of a plain workflow. */
  public static WorkflowStep done() {
    return WorkflowStep.done();
  }

  /** A form that shows the subscription and asks for no more than that it is submitted. */
  public static StartForm confirmation() {
    return new StartForm.Confirmation();
  }

  /** The builtin step that links the process to its subscription, so that each is shown with the other. */
  public static WorkflowStep storeProcessSubscription() {
    return WorkflowStep.of(new LifecycleStep.Relate(true));
  }

  /** The builtin step that takes the subscription's lock; a subscription that is locked already fails it. */
  public static WorkflowStep lockSubscription() {
    return WorkflowStep.of(new LifecycleStep.Lock(true));
  }

  /** The builtin step that gives the subscription's lock back. */
  public static WorkflowStep unlockSubscription() {
    return WorkflowStep.of(new LifecycleStep.Unlock());
  }

  /** The builtin step that takes the subscription to a status, if it satisfies all that this status demands. */
  public static WorkflowStep setStatus(SubscriptionLifecycle status) {
    return WorkflowStep.of(new LifecycleStep.SetStatus(status));
  }

  /** Allows callers that have one of these roles. */
  public static Authorizer roles(String... roles) {
    Set<String> allowed = Set.of(roles);
    return caller -> caller.roles().stream().anyMatch(allowed::contains);
  }

  /** Refuses a start while an earlier process of the same workflow is not finished. */
  public static RunPredicate noUncompletedInstance() {
    return RunPredicates.noUncompletedInstance();
  }

  /**
   * Asserts that data of this and another system are the same, compared field by field as JSON: records, maps, lists,
   * domain models and single values.
   *
   * @throws InconsistentData with the message, and with every place where they differ in its details
   */
  public static void verifyEqual(
      @Nullable Object actual, @Nullable Object expected, String message) {
    List<TreeDifference> differences =
        TreeDifference.between(Json.toTree(actual), Json.toTree(expected));
    if (!differences.isEmpty()) {
      throw new InconsistentData(message, differences);
    }
  }

  /** The builtin step that writes the State's {@code note} on the process's subscription, locked or not. */
  public static WorkflowStep storeNote() {
    return WorkflowStep.of(new LifecycleStep.StoreNote());
  }

  /**
   * Asserts something about the data of this and other systems.
   *
   * @throws InconsistentData with the message, if it is not so
   */
  public static void verify(boolean condition, String message) {
    if (!condition) {
      throw new InconsistentData(message);
    }
  }
}
