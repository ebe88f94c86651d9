package io.orchestrator4j.node;

/** What follows for the work of a node from what becomes of nodes. Called on the node's own threads. */
public interface Consequences {

  /** The lease ran out: steps that run are to be interrupted, and none is to begin until it is valid again. */
  void leaseEnded();

  /**
   * What this node hears with each heartbeat that arrives.
   *
   * @param draining whether it shall end what it is at and begin nothing
   * @param paused whether the engine is paused on all nodes
   */
  void told(boolean draining, boolean paused);

  /**
   * Gives back some processes of nodes that ended or were lost, so that others take them.
   *
   * @return how many; 0 if there are none
   */
  int giveBack();

  /** Some seconds have passed, and this node is in order: the time for housekeeping. */
  void housekeeping();
}
