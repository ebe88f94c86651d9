package io.orchestrator4j.node;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One start of one program: what owns processes. A program that was taken for dead and is not goes on as another node
 * of the same name.
 *
 * @param nodeId another one at each start
 * @param name what operators read
 * @param roles what it is there for
 */
public record Node(
    UUID nodeId, String name, String host, long pid, Set<NodeRole> roles, Instant startedAt) {

  public Node {
    roles = Set.copyOf(roles);
  }
}
