package io.orchestrator4j.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a form method that is a step: the process is suspended there until somebody has filled in
 * its pages; what it returns is then merged over the State.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface InputStep {

  /** The name that people read. */
  String value();

  /** Who is expected to fill it in. */
  Assignee assignee() default Assignee.SYSTEM;

  /** The step's id in the journal; by default the method's name in snake case. */
  String id() default "";
}
