package io.orchestrator4j.engine;

import io.orchestrator4j.node.Incarnation;
import io.orchestrator4j.node.Lease;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What this node may do at this moment. Thread-safe. */
final class NodeCondition {

  private final boolean worker;
  private final EngineSwitch engine;
  private volatile @Nullable Supplier<Incarnation> membership;
  private volatile boolean draining;
  private volatile boolean stopping;

  NodeCondition(boolean worker, EngineSwitch engine) {
    this.worker = worker;
    this.engine = engine;
  }

  /** From now on the node is what this says, which may change. */
  void is(Supplier<Incarnation> current) {
    this.membership = current;
  }

  /** The node as which this program works. */
  Incarnation incarnation() {
    Supplier<Incarnation> current = membership;
    if (current == null) {
      throw new IllegalStateException("The node has not joined yet");
    }
    return current.get();
  }

  /** Whether it runs processes that it does not run yet. */
  boolean takesOn() {
    if (!worker || !goesOn()) {
      return false;
    }
    Lease lease = incarnation().lease();
    return lease.isValid();
  }

  /** Whether it goes on with those that it runs; else it gives them back after the step at which they are. */
  boolean goesOn() {
    return !stopping && !draining && !engine.isPaused();
  }

  boolean isPaused() {
    return engine.isPaused();
  }

  boolean isStopping() {
    return stopping;
  }

  void stop() {
    stopping = true;
  }

  void drain(boolean drain) {
    draining = drain;
  }

  boolean isDraining() {
    return draining;
  }
}
