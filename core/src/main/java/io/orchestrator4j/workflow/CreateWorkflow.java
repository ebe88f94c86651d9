package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a method without parameters that returns the chain of a workflow which creates a subscription. The chain opens with
 * {@code begin(...)}, makes the subscription and links the process to it with {@code storeProcessSubscription()}; behind
 * it the subscription gets its status and is unlocked.
 *
 * <p>Its statuses are constants of {@link SubscriptionLifecycle}, imported statically from there: an annotation takes no
 * constant of another class for them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface CreateWorkflow {

  /** What people read: the workflow's description. */
  String value();

  /** The workflow's name; by default the method's name in snake case. */
  String name() default "";

  /** The status of the subscription when all steps have ended well. */
  SubscriptionLifecycle status() default SubscriptionLifecycle.ACTIVE;
}
