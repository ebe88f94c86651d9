package io.orchestrator4j.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who listen on this node what happened, here and on the other nodes. Thread-safe. */
public final class Events {

  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Event>> forwarders = new CopyOnWriteArrayList<>();

  /** Ends a subscription. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Hears of everything from now on.
   *
   * @param listener called on the thread that did it, so it must not block; what it throws is logged
   */
  public Subscription subscribe(Consumer<Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Says what was committed on this node; the other nodes are told too. */
  public void publish(Event event) {
    deliver(event);
    forwarders.forEach(forwarder -> forwarder.accept(event));
  }

  /** Hears only of what this node did. */
  void forward(Consumer<Event> forwarder) {
    forwarders.add(forwarder);
  }

  /** Says what another node did. */
  void deliver(Event event) {
    for (Consumer<Event> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("A listener failed on {}", event, e);
      }
    }
  }
}
