package io.orchestrator4j.benchmarks.contest;

/** Steps that were acknowledged in the whole run, and steps that the database has. */
public record Tally(long acknowledged, long stored) {

  /** Whether nothing acknowledged is missing, and nothing is there that was not. */
  public boolean isRight() {
    return acknowledged == stored;
  }
}
