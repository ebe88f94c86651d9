package io.orchestrator4j.cli.demo;

/** Something in a demo is not as it should be. */
public final class DemoFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was looked at, what was expected there, and what was found. */
  public DemoFailure(String what, Object expected, Object found) {
    super("%s: expected %s, found %s".formatted(what, expected, found));
  }

  DemoFailure(String message) {
    super(message);
  }
}
