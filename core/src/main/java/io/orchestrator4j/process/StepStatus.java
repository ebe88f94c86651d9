package io.orchestrator4j.process;

import java.util.Locale;

/** What became of a step, as the wire and the database name it. */
public enum StepStatus {
  SUCCESS,
  SUSPEND,
  FAILED,
  ABORT,
  COMPLETE;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name on the wire and in the database. */
  public String text() {
    return text;
  }

  /** The status of this name. */
  public static StepStatus parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether the process has the step behind it. */
  public boolean isCleared() {
    return this == SUCCESS || this == COMPLETE;
  }
}
