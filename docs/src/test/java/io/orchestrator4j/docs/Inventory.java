package io.orchestrator4j.docs;

import java.util.UUID;

/** The author's own client of another system. */
interface Inventory {

  boolean has(UUID subscriptionId);

  void remove(UUID subscriptionId);
}
