package io.orchestrator4j.node;

import java.util.UUID;

/** The node as which this program works at the moment, and how long it may believe so. */
public record Incarnation(Node node, Lease lease) {

  /** The id under which processes are owned. */
  public UUID nodeId() {
    return node.nodeId();
  }
}
