package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionLifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a domain model parameter of a step or form whose subscription must be at one of these statuses; else the step
 * fails before its method is called. Import the statuses statically from {@link SubscriptionLifecycle}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.PARAMETER)
public @interface InLifecycle {

  /** The statuses of which the subscription must have one. */
  SubscriptionLifecycle[] value();
}
