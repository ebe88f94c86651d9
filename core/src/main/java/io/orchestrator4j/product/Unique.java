package io.orchestrator4j.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field whose value no other block may have at the same time; that of a terminated subscription is free again. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Unique {

  /** Among which blocks. */
  Scope scope() default Scope.EVERYWHERE;

  /** Among which blocks a value is unique. */
  enum Scope {
    /** Among all blocks of this name. */
    EVERYWHERE,
    /** Among the blocks of this name of one customer. */
    CUSTOMER,
    /** Among the blocks of this name of one product. */
    PRODUCT,
    /** Among the blocks of this name in one subscription. */
    SUBSCRIPTION
  }
}
