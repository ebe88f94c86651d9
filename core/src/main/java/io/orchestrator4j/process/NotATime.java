package io.orchestrator4j.process;

/** A filter compares a time with something that is none. */
public final class NotATime extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotATime(String text, Throwable cause) {
    super("'%s' is no time; write it as 2026-11-23 or 2026-11-23T10:30:00Z".formatted(text), cause);
  }
}
