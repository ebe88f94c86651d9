package io.orchestrator4j.process;

import java.util.Locale;

/** What can be asked of a process while it runs; it is done at the end of the current step. */
public enum Request {
  ABORT,
  DELETE;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in the database. */
  public String text() {
    return text;
  }

  static Request parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
