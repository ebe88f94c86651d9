package io.orchestrator4j.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class that extends {@link ProductBlockModel}: a reusable group of fields, under a name of its own. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProductBlock {

  /** The block's name; unique among all blocks. */
  String value();

  /** A short label; at most 20 letters. */
  String tag() default "";

  /** What people read. */
  String description() default "";
}
