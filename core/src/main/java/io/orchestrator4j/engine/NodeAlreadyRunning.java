package io.orchestrator4j.engine;

import org.jspecify.annotations.Nullable;

/** Another node runs on the same schema of the same database. */
public final class NodeAlreadyRunning extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NodeAlreadyRunning(String message) {
    super(message);
  }

  static NodeAlreadyRunning of(String schema, @Nullable Node holder) {
    String who = holder == null
        ? "another program"
        : "the node '%s' (process %d on %s, started %s)"
            .formatted(holder.name(), holder.pid(), holder.host(), holder.startedAt());
    return new NodeAlreadyRunning(
        "The schema '%s' is in use by %s, and one node at a time can run on it. Stop that one, or give this one another schema or database"
            .formatted(schema, who));
  }
}
