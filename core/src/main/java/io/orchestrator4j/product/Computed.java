package io.orchestrator4j.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method without parameters whose result is shown with the fields of its block, and not stored. One that throws is shown as null. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Computed {

  /** The status before which it is not asked, and shown as null. */
  SubscriptionLifecycle from() default SubscriptionLifecycle.INITIAL;
}
