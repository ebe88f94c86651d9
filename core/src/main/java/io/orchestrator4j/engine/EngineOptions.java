package io.orchestrator4j.engine;

import io.orchestrator4j.node.NodeOptions;
import io.orchestrator4j.node.NodeRole;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a node runs.
 *
 * @param node what it is called and how it lives
 * @param capacity how much it runs at once
 * @param grace how long a stopping node waits for running steps before it interrupts them
 * @param stateLimit the largest state that a process may have, in bytes of JSON
 */
public record EngineOptions(NodeOptions node, Capacity capacity, Duration grace, long stateLimit) {

  private static final long MEBIBYTE = 1024L * 1024L;

  /**
   * How many processes a node runs at once. A process that waits does not count.
   *
   * @param running all
   * @param reserved how many of them only for what a person started
   * @param queues for queues that are limited, how many of each; see {@link
   *     io.orchestrator4j.process.Queued}
   */
  public record Capacity(int running, int reserved, Map<String, Integer> queues) {

    /** @throws IllegalArgumentException if nothing could run, or nothing besides what is reserved */
    public Capacity {
      if (running < 1 || reserved < 0 || reserved >= running) {
        throw new IllegalArgumentException(
            "A node that runs %d processes, %d of them reserved for people, leaves nothing for the rest; expected 0 <= reserved < running"
                .formatted(running, reserved));
      }
      queues = Map.copyOf(queues);
    }

    /** 12,000 at once, 1,000 of them reserved; no queue is limited. */
    public static Capacity defaults() {
      return new Capacity(12_000, 1_000, Map.of());
    }
  }

  /** A worker called "node", with 30 seconds of grace and states of up to 16 MiB. */
  public static EngineOptions defaults() {
    return new EngineOptions(
        NodeOptions.defaults(), Capacity.defaults(), Duration.ofSeconds(30), 16 * MEBIBYTE);
  }

  /** The same as another node. */
  public EngineOptions withNode(NodeOptions other) {
    return new EngineOptions(other, capacity, grace, stateLimit);
  }

  /** The same with another name. */
  public EngineOptions withName(String name) {
    return withNode(new NodeOptions(name, node.roles(), node.lease(), node.folder(), node.alone()));
  }

  /** The same with another lease: how long the node may be silent before others take it for dead. */
  public EngineOptions withLease(Duration lease) {
    return withNode(new NodeOptions(node.name(), node.roles(), lease, node.folder(), node.alone()));
  }

  /** The same with other roles. */
  public EngineOptions withRoles(NodeRole... roles) {
    return withNode(
        new NodeOptions(node.name(), Set.of(roles), node.lease(), node.folder(), node.alone()));
  }

  /** The same with another capacity. */
  public EngineOptions withCapacity(Capacity other) {
    return new EngineOptions(node, other, grace, stateLimit);
  }

  /** The same with another grace period. */
  public EngineOptions withGrace(Duration other) {
    return new EngineOptions(node, capacity, other, stateLimit);
  }

  /** The same with another limit, in bytes. */
  public EngineOptions withStateLimit(long other) {
    return new EngineOptions(node, capacity, grace, other);
  }
}
