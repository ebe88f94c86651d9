package io.orchestrator4j.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The blocks that a field takes, where its type cannot say so as a sealed interface does. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OneOf {

  /** The block classes. */
  Class<? extends ProductBlockModel>[] value();
}
