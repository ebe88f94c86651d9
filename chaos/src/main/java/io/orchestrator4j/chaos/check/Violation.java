package io.orchestrator4j.chaos.check;

/**
 * A promise that was not kept.
 *
 * @param rule which one, in a word
 * @param what what was found, with the ids of processes
 */
public record Violation(String rule, String what) {

  @Override
  public String toString() {
    return rule + ": " + what;
  }
}
