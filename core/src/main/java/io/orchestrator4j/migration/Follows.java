package io.orchestrator4j.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The migrations that come before this one, by their ids: one, or several that it brings together. A migration without it
 * is a first one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Follows {

  /** Ids, as in {@code 20261123_1200}. */
  String[] value();
}
