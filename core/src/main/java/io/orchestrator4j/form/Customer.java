package io.orchestrator4j.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a customer's id, chosen from {@link io.orchestrator4j.customer.Customers}; where there is only one, it is the
 * default. On a list of {@link ContactPerson}s it says that they are of the customer on the same page.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Customer {}
