package io.orchestrator4j.workflow;

import java.util.Set;

/** What chains of steps are made of; to be imported statically. */
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

  /** Opens the chain of a plain workflow without a form, with the builtin step Start. */
  public static StepList init() {
    return StepList.opening().then(WorkflowStep.start());
  }

  /** The builtin step Done, which ends the chain of a plain workflow. */
  public static WorkflowStep done() {
    return WorkflowStep.done();
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
