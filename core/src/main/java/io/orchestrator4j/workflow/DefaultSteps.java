package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.ArrayList;
import java.util.List;

/** The steps that an annotation puts around an author's chain. */
record DefaultSteps(List<WorkflowStep> before, List<WorkflowStep> after) {

  DefaultSteps {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static DefaultSteps none() {
    return new DefaultSteps(List.of(), List.of());
  }

  static DefaultSteps ofTask() {
    return new DefaultSteps(List.of(WorkflowStep.start()), List.of(WorkflowStep.done()));
  }

  static DefaultSteps ofCreate(SubscriptionLifecycle status) {
    return new DefaultSteps(
        List.of(WorkflowStep.start()),
        List.of(
            WorkflowStep.of(new LifecycleStep.SetStatus(status)),
            WorkflowStep.of(new LifecycleStep.Unlock()),
            WorkflowStep.done()));
  }

  /**
   * The steps around a chain that works on a subscription which is there.
   *
   * @param lock whether there is to be a lock
   * @param checked whether a subscription that is locked already is a failure
   */
  static DefaultSteps onSubscription(boolean lock, boolean checked) {
    List<WorkflowStep> before = new ArrayList<>();
    before.add(WorkflowStep.start());
    before.add(WorkflowStep.of(new LifecycleStep.Relate(!lock)));
    List<WorkflowStep> after = new ArrayList<>();
    if (lock) {
      before.add(WorkflowStep.of(new LifecycleStep.Lock(checked)));
      after.add(WorkflowStep.of(new LifecycleStep.Unlock()));
    }
    after.add(WorkflowStep.done());
    return new DefaultSteps(before, after);
  }

  static DefaultSteps ofTerminate(boolean lock) {
    DefaultSteps steps = onSubscription(lock, true);
    List<WorkflowStep> after = new ArrayList<>(steps.after);
    after.addFirst(WorkflowStep.of(new LifecycleStep.SetStatus(SubscriptionLifecycle.TERMINATED)));
    return new DefaultSteps(steps.before, after);
  }

  StepList around(StepList chain) {
    return chain.between(before, after);
  }

  /** Whether one of them does the same kind of thing to the subscription. */
  boolean contain(Class<? extends LifecycleStep> kind) {
    return before.stream().anyMatch(step -> does(step, kind))
        || after.stream().anyMatch(step -> does(step, kind));
  }

  private static boolean does(WorkflowStep step, Class<? extends LifecycleStep> kind) {
    return step.action() instanceof StepAction.Lifecycle(var does) && kind.isInstance(does);
  }
}
