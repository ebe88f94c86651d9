package io.orchestrator4j.form;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an {@link java.time.Instant} that is picked from a calendar. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Timestamp {

  /** Whether the time of day is picked, too. */
  boolean time() default true;

  /** The language of the calendar, such as {@code en-gb}. */
  String locale() default "";

  /** How a date is shown, such as {@code DD-MMM-YYYY HH:mm}. */
  String dateFormat() default "";

  /** How a time of day is shown, such as {@code HH:mm}. */
  String timeFormat() default "";
}
