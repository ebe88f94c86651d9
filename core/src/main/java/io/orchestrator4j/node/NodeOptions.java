package io.orchestrator4j.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a node is called and how it lives.
 *
 * @param name what operators read
 * @param roles what it is there for; without {@link NodeRole#WORKER} it only takes operations, and others run what it starts
 * @param lease how long it may be silent before others take it for dead; at least a second
 * @param folder where the node leaves a file by which its successor on this host knows that it is dead; null for none
 * @param alone whether it is known that no other node can be at work on the database
 */
public record NodeOptions(
    String name,
    Set<NodeRole> roles,
    Duration lease,
    @Nullable Path folder,
    boolean alone) {

  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

  /** @throws IllegalArgumentException if the lease is shorter than a second */
  public NodeOptions {
    roles = Set.copyOf(roles);
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException(
          "A lease of %s is too short to be renewed in time; found %s, expected at least %s"
              .formatted(lease, lease, SHORTEST_LEASE));
    }
  }

  /** A worker called "node" with a lease of 15 seconds. */
  public static NodeOptions defaults() {
    return new NodeOptions("node", NodeRole.ALL, Duration.ofSeconds(15), null, false);
  }

  /** Whether it runs processes. */
  public boolean isWorker() {
    return roles.contains(NodeRole.WORKER);
  }
}
