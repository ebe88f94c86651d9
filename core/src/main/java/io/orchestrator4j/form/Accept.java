package io.orchestrator4j.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code boolean} that only takes yes: a list of tasks that must all be done. The rules of the page say which,
 * as in {@code page.field(X::ready).tasks(AcceptItem.checkbox("The engineer is informed"))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Accept {}
