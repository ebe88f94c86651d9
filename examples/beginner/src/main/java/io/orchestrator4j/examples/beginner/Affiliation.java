package io.orchestrator4j.examples.beginner;

import java.util.Locale;

/** Whether a user works here. */
public enum Affiliation {
  INTERNAL,
  EXTERNAL;

  /** As people read it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
