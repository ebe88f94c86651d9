package io.orchestrator4j.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a method without parameters that returns a workflow's chain of steps. Nothing is added to
 * the chain: it opens with {@code init()} and ends with {@code .then(done())}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Workflow {

  /** What people read: the workflow's description. */
  String value();

  /** The workflow's name; by default the method's name in snake case. */
  String name() default "";

  /** What the workflow does to a subscription. */
  Target target() default Target.SYSTEM;
}
