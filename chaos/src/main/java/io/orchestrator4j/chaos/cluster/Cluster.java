package io.orchestrator4j.chaos.cluster;

import io.orchestrator4j.chaos.database.ChaosDatabase;
import io.orchestrator4j.chaos.node.NodeSettings;
import io.orchestrator4j.chaos.proxy.PostgresProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** All nodes of a run. Thread-safe. */
public final class Cluster implements AutoCloseable {

  private static final int CAPACITY = 1_000;
  private static final int SMALL_CAPACITY = 24;

  private final List<Slot> slots;

  private Cluster(List<Slot> slots) {
    this.slots = List.copyOf(slots);
  }

  /**
   * Makes the places for nodes; nothing is started.
   *
   * @param random decides about the clocks
   * @param folder for logs
   */
  public static Cluster of(
      NodeProgram program,
      int nodes,
      Duration lease,
      ChaosDatabase database,
      URI ledger,
      RandomGenerator random,
      Path folder,
      Timeline timeline,
      ScheduledExecutorService later)
      throws IOException {
    List<Slot> slots = new ArrayList<>();
    for (int i = 1; i <= nodes; i++) {
      String name = "node-" + i;
      PostgresProxy proxy = new PostgresProxy(name, database::address);
      String url = "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
          .formatted(proxy.port(), database.name());
      // the first one leaves proof of its death, so that its successor need not wait for a lease
      String proof = i == 1 ? Files.createDirectories(folder.resolve(name)).toString() : null;
      // every other start of the last one hands over what is started there; the second one has
      // little room
      boolean last = i == nodes && nodes > 2;
      int running = i == 2 ? SMALL_CAPACITY : CAPACITY;
      slots.add(new Slot(
          program,
          proxy,
          (skew, start) -> new NodeSettings(
              name,
              url,
              database.user(),
              database.password(),
              lease.toMillis(),
              skew,
              ledger.toString(),
              !last || start % 2 == 0,
              running,
              proof),
          folder,
          new SplittableRandom(random.nextLong()),
          timeline,
          later));
    }
    return new Cluster(slots);
  }

  /** All places. */
  public List<Slot> slots() {
    return slots;
  }

  /** Starts nodes wherever there is none. */
  public void start() {
    slots.forEach(Slot::start);
  }

  /** Waits until every place has had a node that was ready; returns whether that was in time. */
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    boolean all = true;
    for (Slot slot : slots) {
      all &= slot.awaitReady(deadline - System.nanoTime());
    }
    return all;
  }

  /** Those where a node has started; it may be frozen all the same. */
  public List<Slot> ready() {
    return slots.stream().filter(Slot::isReady).toList();
  }

  /** The process ids of the nodes that live. */
  public Set<Long> livePids() {
    return ready().stream().map(Slot::pid).collect(Collectors.toSet());
  }

  /** Nodes that ended without having been hit. */
  public List<String> deaths() {
    return slots.stream().flatMap(slot -> slot.deaths().stream()).toList();
  }

  @Override
  public void close() {
    slots.parallelStream().forEach(Slot::close);
  }
}
