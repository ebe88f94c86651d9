package io.orchestrator4j.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field of blocks that belong to other subscriptions: they are used here, live and read-only, and never created here. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Shared {

  /** Whether a new block is taken too, which this subscription then owns. */
  boolean orOwned() default false;
}
