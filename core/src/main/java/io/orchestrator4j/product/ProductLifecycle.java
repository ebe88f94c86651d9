package io.orchestrator4j.product;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a product is in its own life. It says what people mean to do with it; it forbids nothing by itself. */
public enum ProductLifecycle {
  ACTIVE,
  PRE_PRODUCTION,
  PHASE_OUT,
  END_OF_LIFE;

  /** The name on the wire and in the database, as in {@code pre production}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * The status of this name, with blanks or underscores.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static ProductLifecycle parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
