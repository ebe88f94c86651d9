package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a method without parameters that returns the chain of a workflow which ends a subscription. The chain opens with
 * {@code begin(...)}, and with {@code begin()} alone it asks for a confirmation; before it the process is linked to the
 * subscription and locks it, behind it the subscription is terminated and unlocked.
 *
 * <p>Its statuses are constants of {@link SubscriptionLifecycle}, imported statically from there: an annotation takes no
 * constant of another class for them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface TerminateWorkflow {

  /** What people read: the workflow's description. */
  String value();

  /** The workflow's name; by default the method's name in snake case. */
  String name() default "";

  /** The statuses of a subscription on which it may start. */
  SubscriptionLifecycle[] usableIn() default {
    SubscriptionLifecycle.ACTIVE, SubscriptionLifecycle.PROVISIONING
  };

  /** Whether it may start on a subscription that is out of sync, or whose neighbours are. */
  boolean usableOutOfSync() default false;

  /** Whether it may not start on a subscription that others use which are not terminated. */
  boolean blockedByInUse() default true;

  /** Whether the process takes the subscription's lock before the author's steps, and gives it back behind them. */
  boolean lock() default true;
}
