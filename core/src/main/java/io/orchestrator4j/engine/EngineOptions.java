package io.orchestrator4j.engine;

import java.time.Duration;

/**
 * How a node runs.
 *
 * @param nodeName what operators read; need not be unique
 * @param grace how long running steps may go on when the node stops
 * @param stateLimit the largest state of a process, in bytes of JSON
 */
public record EngineOptions(String nodeName, Duration grace, long stateLimit) {

  private static final long MEBIBYTE = 1024L * 1024L;

  /** A node called "node", with 30 seconds of grace and states of up to 16 MiB. */
  public static EngineOptions defaults() {
    return new EngineOptions("node", Duration.ofSeconds(30), 16 * MEBIBYTE);
  }

  /** The same with another grace period. */
  public EngineOptions withGrace(Duration other) {
    return new EngineOptions(nodeName, other, stateLimit);
  }

  /** The same with another limit, in bytes. */
  public EngineOptions withStateLimit(long other) {
    return new EngineOptions(nodeName, grace, other);
  }
}
