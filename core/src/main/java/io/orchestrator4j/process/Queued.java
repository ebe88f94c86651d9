package io.orchestrator4j.process;

/**
 * Where a process waits while nobody runs it.
 *
 * @param queue the queue, which a node may limit
 * @param priority the higher, the sooner
 */
public record Queued(String queue, int priority) {

  /** Of what a person waits for. */
  public static final int INTERACTIVE = 10;

  /** Of everything else. */
  public static final int BACKGROUND = 0;
}
