package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a method without parameters that returns the chain of a workflow which brings other systems back to what a
 * subscription says. The chain opens with {@code begin()}; before it the process is linked to the subscription and locks
 * it if nobody else has, behind it the subscription is unlocked if this process has locked it.
 *
 * <p>Its statuses are constants of {@link SubscriptionLifecycle}, imported statically from there: an annotation takes no
 * constant of another class for them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface ReconcileWorkflow {

  /** What people read: the workflow's description. */
  String value();

  /** The workflow's name; by default the method's name in snake case. */
  String name() default "";

  /** The statuses of a subscription on which it may start. */
  SubscriptionLifecycle[] usableIn() default SubscriptionLifecycle.ACTIVE;

  /** Whether it may start on a subscription that is out of sync, or whose neighbours are. */
  boolean usableOutOfSync() default true;

  /** Whether it may not start on a subscription that others use which are not terminated. */
  boolean blockedByInUse() default false;

  /** Whether the process takes the subscription's lock before the author's steps, and gives it back behind them. */
  boolean lock() default true;
}
