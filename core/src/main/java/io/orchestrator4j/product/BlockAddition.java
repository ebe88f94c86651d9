package io.orchestrator4j.product;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What is shown of a block besides what it holds and computes. */
@FunctionalInterface
public interface BlockAddition {

  /** Adds nothing. */
  BlockAddition NONE = (_, _) -> {};

  /** Adds to what is shown of a block so far. */
  void addTo(UUID instanceId, ObjectNode shown);
}
