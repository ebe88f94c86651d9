package io.orchestrator4j.benchmarks.contest;

/** What a step writes. */
public final class Payload {

  private static final String FILLING = "x".repeat(980);

  private Payload() {}

  /** A text of 1,000 characters, each time another one, so that nobody can leave out what did not change. */
  public static String kilobyte() {
    return FILLING + "%020d".formatted(System.nanoTime());
  }
}
