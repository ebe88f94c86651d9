package io.orchestrator4j.catalogue;

import java.util.Locale;

/** Something that code and database both say of a row, and may say differently. */
public enum Fact {
  PRODUCT_TYPE(true),
  VALUE(true),
  VALUE_TYPE(true),
  OWNERSHIP(true),
  TARGET(true),
  TASK(true),
  DELETED(true),
  TAG(false),
  POSITION(false),
  MINIMUM(false),
  MAXIMUM(false),
  REQUIRED_FROM(false);

  private final boolean needed;

  Fact(boolean needed) {
    this.needed = needed;
  }

  /** Whether a program cannot work with a row that says otherwise; the rest only describes. */
  public boolean isNeeded() {
    return needed;
  }

  /** What people call it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
