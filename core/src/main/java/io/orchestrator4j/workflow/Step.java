package io.orchestrator4j.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a method that is a step: its parameters are filled from the State by name, what it returns
 * is merged over the State, and both are recorded in one commit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Step {

  /** The name that people read. It may change at any time; the journal knows the step by its id. */
  String value();

  /** The step's id in the journal; by default the method's name in snake case. */
  String id() default "";

  /**
   * Whether the step may be run again when its node was lost in its middle, so that nobody knows what
   * it did. If not, the process stops there as <i>outcome unknown</i>, for a person to decide.
   */
  boolean repeatable() default true;

  /**
   * How long the step may take, as in {@code "30s"} or {@code "5m"}; then its thread is interrupted. By
   * default as long as it wants.
   */
  String timeout() default "";

  /** The name of the other system that the step talks to, for those who look after it. */
  String system() default "";
}
