package io.orchestrator4j.workflow;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an annotation says of the workflow that a method returns.
 *
 * @param annotation as it is written
 * @param name the workflow's name; empty where it is the method's
 */
record WorkflowMarking(
    String annotation,
    Kind kind,
    String description,
    String name,
    Target target,
    Usability usability,
    DefaultSteps steps) {

  /** What kinds of workflows there are. */
  enum Kind {
    /** The author writes all of its steps. */
    PLAIN,
    /** It is the platform's own work. */
    TASK,
    /** It works on subscriptions to the product types of its class. */
    TYPED
  }

  /** Everything that a method is marked as; nothing where it is no workflow's. */
  static List<WorkflowMarking> of(Method method) {
    return Arrays.stream(method.getAnnotations()).flatMap(WorkflowMarking::of).toList();
  }

  /** Whether it is listed with the tasks: it is the platform's own work, or looks only. */
  boolean isTask() {
    return kind == Kind.TASK || target == Target.VALIDATE;
  }

  private static Stream<WorkflowMarking> of(Annotation annotation) {
    return switch (annotation) {
      case Workflow it ->
        Stream.of(new WorkflowMarking(
            "@Workflow",
            Kind.PLAIN,
            it.value(),
            it.name(),
            it.target(),
            Usability.of(it),
            DefaultSteps.none()));
      case Task it ->
        Stream.of(new WorkflowMarking(
            "@Task",
            Kind.TASK,
            it.value(),
            it.name(),
            Target.SYSTEM,
            Usability.of(Target.SYSTEM),
            DefaultSteps.ofTask()));
      default -> typed(annotation);
    };
  }

  private static Stream<WorkflowMarking> typed(Annotation annotation) {
    return switch (annotation) {
      case CreateWorkflow it ->
        typed(
            it.value(),
            it.name(),
            Target.CREATE,
            Usability.of(Target.CREATE),
            DefaultSteps.ofCreate(it.status()));
      case ModifyWorkflow it ->
        typed(
            it.value(),
            it.name(),
            Target.MODIFY,
            Usability.of(it.usableIn(), it.usableOutOfSync(), it.blockedByInUse()),
            DefaultSteps.onSubscription(it.lock(), true));
      case TerminateWorkflow it ->
        typed(
            it.value(),
            it.name(),
            Target.TERMINATE,
            Usability.of(it.usableIn(), it.usableOutOfSync(), it.blockedByInUse()),
            DefaultSteps.ofTerminate(it.lock()));
      case ValidateWorkflow it ->
        typed(
            it.value(),
            it.name(),
            Target.VALIDATE,
            Usability.of(it.usableIn(), it.usableOutOfSync(), it.blockedByInUse()),
            DefaultSteps.onSubscription(it.lock(), false));
      case ReconcileWorkflow it ->
        typed(
            it.value(),
            it.name(),
            Target.RECONCILE,
            Usability.of(it.usableIn(), it.usableOutOfSync(), it.blockedByInUse()),
            DefaultSteps.onSubscription(it.lock(), false));
      default -> Stream.empty();
    };
  }

  private static Stream<WorkflowMarking> typed(
      String description, String name, Target target, Usability usability, DefaultSteps steps) {
    String annotation = "@" + target.name().charAt(0)
        + target.name().substring(1).toLowerCase(java.util.Locale.ROOT) + "Workflow";
    return Stream.of(
        new WorkflowMarking(annotation, Kind.TYPED, description, name, target, usability, steps));
  }
}
