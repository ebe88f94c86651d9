package io.orchestrator4j.engine;

import io.orchestrator4j.process.Queued;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How many more processes a node may run: of all, of those that are not urgent, of each limited queue. Thread-safe. */
final class Permits {

  private final EngineOptions.Capacity capacity;
  private final BooleanSupplier open;
  private final Map<String, Integer> taken = new HashMap<>();
  private int running;
  private boolean refused;

  /**
   * All permits of a node.
   *
   * @param open whether the node takes on anything at this moment
   */
  Permits(EngineOptions.Capacity capacity, BooleanSupplier open) {
    this.capacity = capacity;
    this.open = open;
  }

  /** Takes one permit, if there is one for a process of this urgency and queue. */
  synchronized boolean take(Queued queued) {
    boolean granted = open.getAsBoolean()
        && room(queued.priority() >= Queued.INTERACTIVE) > 0
        && roomIn(queued.queue()) > 0;
    if (granted) {
      add(queued.queue(), 1);
    } else {
      refused = true;
    }
    return granted;
  }

  /**
   * Takes as many permits as there are, for processes of one queue, or of the unlimited ones.
   *
   * @param queue null for the unlimited ones
   */
  synchronized int takeUpTo(int atMost, boolean interactive, String queue) {
    int granted = open.getAsBoolean()
        ? Math.max(0, Math.min(atMost, Math.min(room(interactive), roomIn(queue))))
        : 0;
    add(queue, granted);
    return granted;
  }

  /** Takes a permit, whether there is one or not. */
  synchronized void force(String queue) {
    add(queue, 1);
  }

  /**
   * Gives a permit back.
   *
   * @return whether somebody was refused one meanwhile and may now have it
   */
  synchronized boolean give(String queue) {
    add(queue, -1);
    boolean again = refused;
    refused = false;
    return again;
  }

  /** Gives back permits that were not needed after all. */
  synchronized void untake(int count, String queue) {
    add(queue, -count);
  }

  /** Says that there is more to run than there are permits. */
  synchronized void wantMore() {
    refused = true;
  }

  /** The queues that are limited. */
  List<String> limitedQueues() {
    return List.copyOf(capacity.queues().keySet());
  }

  private int room(boolean interactive) {
    return capacity.running() - running - (interactive ? 0 : capacity.reserved());
  }

  private int roomIn(String queue) {
    Integer limit = capacity.queues().get(queue);
    return limit == null ? Integer.MAX_VALUE : limit - taken.getOrDefault(queue, 0);
  }

  private void add(String queue, int count) {
    running += count;
    if (capacity.queues().containsKey(queue)) {
      taken.merge(queue, count, Integer::sum);
    }
  }
}
