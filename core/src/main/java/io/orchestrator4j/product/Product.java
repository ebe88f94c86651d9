package io.orchestrator4j.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A product of the product type that it stands on: what is sold. Products of a type differ by their fixed inputs only. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Product.All.class)
public @interface Product {

  /** The product's name; unique among all products. */
  String name();

  /** A short label; at most 20 letters. */
  String tag();

  /** What people read. */
  String description();

  /** The fixed inputs, as in {@code "affiliation=internal, speed=1000"}: one for each {@link FixedInput}. */
  String fixed() default "";

  /** Several products of one product type; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {

    /** The products. */
    Product[] value();
  }
}
