package io.orchestrator4j.form;

import io.orchestrator4j.form.page.OnlyShown;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the id of a subscription that is only shown; the rules of the page say which. */
@Documented
@OnlyShown
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DisplaySubscription {}
