package io.orchestrator4j.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks a class or record that holds workflows: methods marked {@link Workflow} or {@link Task}.
 * Its constructor's arguments are ordinary beans of the application; it must not be proxied.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.TYPE)
public @interface Workflows {}
