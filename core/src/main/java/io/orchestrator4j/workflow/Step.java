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
}
