package io.orchestrator4j.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a method without parameters that returns the chain of a task: a workflow of the platform
 * itself. The chain opens with {@code begin()}; the steps Start and Done are added around it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Task {

  /** What people read: the task's description. */
  String value();

  /** The task's name; by default the method's name in snake case. */
  String name() default "";
}
