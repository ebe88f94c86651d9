package io.orchestrator4j.benchmarks.node;

import io.orchestrator4j.engine.EngineOptions;
import io.orchestrator4j.node.NodeOptions;
import io.orchestrator4j.node.NodeRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a node is set up, where that is not the default.
 *
 * @param worker whether it runs processes
 * @param running how many of them at once
 * @param connections how many connections it uses
 * @param folder where it leaves a file by which its successor knows that it is dead; null for none
 */
public record NodeSetup(
    boolean worker,
    int running,
    int connections,
    Duration lease,
    @Nullable Path folder) {

  /** A worker with all defaults. */
  public static NodeSetup usual() {
    EngineOptions defaults = EngineOptions.defaults();
    return new NodeSetup(
        true, defaults.capacity().running(), 12, defaults.node().lease(), null);
  }

  /** The same, but it only takes operations. */
  public NodeSetup withoutWork() {
    return new NodeSetup(false, running, connections, lease, folder);
  }

  /** The same with another capacity. */
  public NodeSetup withRunning(int other) {
    return new NodeSetup(worker, other, connections, lease, folder);
  }

  /** The same with another number of connections. */
  public NodeSetup withConnections(int other) {
    return new NodeSetup(worker, running, other, lease, folder);
  }

  /** The same with another lease. */
  public NodeSetup withLease(Duration other) {
    return new NodeSetup(worker, running, connections, other, folder);
  }

  /** The same with a folder. */
  public NodeSetup withFolder(Path other) {
    return new NodeSetup(worker, running, connections, lease, other);
  }

  EngineOptions options(String name) {
    EngineOptions defaults = EngineOptions.defaults();
    EngineOptions.Capacity capacity = defaults.capacity();
    int reserved = running == capacity.running() ? capacity.reserved() : 0;
    return defaults
        .withNode(new NodeOptions(
            name, worker ? NodeRole.ALL : Set.of(NodeRole.API), lease, folder, false))
        .withCapacity(new EngineOptions.Capacity(running, reserved, capacity.queues()));
  }
}
