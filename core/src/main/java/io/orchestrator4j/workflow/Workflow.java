package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a method without parameters that returns a workflow's chain of steps. Nothing is added to
 * the chain: it opens with {@code init()} and ends with {@code .then(done())}.
 *
 * <p>Its statuses are constants of {@link SubscriptionLifecycle}, imported statically from there: an annotation takes no
 * constant of another class for them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Workflow {

  /** What people read: the workflow's description. */
  String value();

  /** The workflow's name; by default the method's name in snake case. */
  String name() default "";

  /** What the workflow does to a subscription. */
  Target target() default Target.SYSTEM;

  /** The statuses of a subscription on which it may start; where it names none, those that the target's own annotation has. */
  SubscriptionLifecycle[] usableIn() default {};

  /**
   * Whether it may start on a subscription that is out of sync, or whose neighbours are; one that validates or
   * reconciles always may.
   */
  boolean usableOutOfSync() default false;

  /**
   * Whether it may not start on a subscription that others use which are not terminated; one that terminates never may.
   */
  boolean blockedByInUse() default false;
}
